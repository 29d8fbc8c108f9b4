import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkBackup, readBackupKey, readSheet, restore } from '#platform/backup/index.ts'
import { homePath } from '#platform/home.ts'
import { refusal } from '#platform/refuse.ts'
import type { Command, CommandCall } from '../command.ts'
import { withTarget } from '../serve/attached.ts'
import { faultsOfTrail, settleRestored } from '../serve/restored.ts'
import { version } from '../serve/version.ts'
import { askPassphrase } from './passphrase.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: { zh: '从备份恢复（先核对，后动手）', en: 'Restore from a backup: everything is checked first' },
  usage: `sangyu restore FILE [--into HOME] [--sheet SHEET.txt] [--replace] [--accept-faults]

  请先停止服务。目标默认是 SANGYU_HOME（或 DATABASE_URL 指定的数据库）。
  Stop the server first. The target is SANGYU_HOME, or the database that DATABASE_URL names.
  --into HOME   恢复到这个数据目录 / restore into this home
  --sheet FILE  恢复单：换了机器时给出密钥；口令在终端输入或放在 SANGYU_PASSPHRASE
                the recovery sheet, which brings the keys to another machine; the passphrase is asked for, or taken from SANGYU_PASSPHRASE
  --replace     目标里已有数据时才需要：先把它另存一份，再替换 / needed where the target holds data: it is backed up, then replaced
  --accept-faults  备份里的审计链本身有问题时仍然恢复 / restore although the audit trail in the backup is itself broken`,
  options: {
    into: { type: 'string' },
    sheet: { type: 'string' },
    replace: { type: 'boolean' },
    'accept-faults': { type: 'boolean' },
  },
  run: async (call) => {
    const [file] = call.args
    if (!file || call.args.length > 1) {
      call.log(restoreCommand.usage)
      return 2
    }
    return run(call, resolve(file))
  },
}

async function run(call: CommandCall, file: string): Promise<number> {
  const { parts, env, values, flags, log } = call
  const sheet = values.sheet ? readSheet(readText(values.sheet)) : undefined
  const fieldKeys = sheet?.openEnvelope(await askPassphrase(env, { isNew: false }))
  const own = values.into ? { ...env, SANGYU_HOME: values.into } : env
  // A backup that cannot be used makes no home.
  await checkBackup(file, sheet?.key ?? readBackupKey(homePath(own)))
  const done = await withTarget({ env: own, log }, ({ home, config }) =>
    restore(
      { home, config, product: version },
      {
        file,
        isReplacing: flags.has('replace'),
        key: sheet?.key,
        fieldKeys,
        inspect: async (target) => {
          const faults = await faultsOfTrail(target)
          for (const { zh, en } of faults) log(`✗ ${zh}\n  ${en}`)
          return flags.has('accept-faults') ? [] : faults
        },
        log: ({ zh, en }) => log(`${zh}\n  ${en}`),
      },
    ),
  )
  const faults = await settleRestored(parts, { env: own, log }, done.manifest)
  const rows = done.manifest.sections.reduce((sum, section) => sum + section.rows, 0)
  log(`恢复完成：${done.manifest.madeAt} 的数据，共 ${rows} 行，全部与备份一致。`)
  log(`Restored: data of ${done.manifest.madeAt}, ${rows} rows, all equal to the backup.`)
  return faults ? 1 : 0
}

const noSheet = refusal('sheet.no_file', 404, (p: { path: string; reason: string }) => ({
  zh: `读不到恢复单 ${p.path}（${p.reason}）。什么也没有改动。`,
  en: `The recovery sheet ${p.path} cannot be read (${p.reason}). Nothing was changed.`,
}))

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw noSheet({ path, reason: error instanceof Error ? error.message : String(error) })
  }
}
