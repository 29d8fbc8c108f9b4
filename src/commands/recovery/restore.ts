import { resolve } from 'node:path'
import { checkBackup, readBackupKey, restore } from '#platform/backup/index.ts'
import { homePath } from '#platform/home.ts'
import type { Command, CommandCall } from '../command.ts'
import { withTarget } from '../serve/attached.ts'
import { settleRestored } from '../serve/restored.ts'
import { version } from '../serve/version.ts'
import { restoreMoment } from './restore-moment.ts'
import { homesOf, isCopy, keysFor, targetOf, wishOf } from './restore-wish.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: { zh: '从备份恢复（先核对，后动手）', en: 'Restore from a backup: everything is checked first' },
  usage: `sangyu restore FILE [--into HOME] [--sheet SHEET.txt] [--replace] [--accept-faults]
sangyu restore --at "2026-11-22 14:05" [--from FOLDER] [--into HOME] [--sheet SHEET.txt] [--replace] [--accept-faults]

  请先停止服务。目标默认是 SANGYU_HOME（或 DATABASE_URL 指定的数据库）。
  Stop the server first. The target is SANGYU_HOME, or the database that DATABASE_URL names.
  --at TIME     恢复到这一时刻（北京时间，内置数据库）；能恢复的时段见 sangyu backup --moments
                restore this moment (time of Beijing, built-in database); sangyu backup --moments tells which there are
  --from FOLDER 与 --at 连用：备份文件夹的副本；默认是 SANGYU_HOME 里的 backups
                with --at: a copy of the folder of backups; by default the one in SANGYU_HOME
  --into HOME   恢复到这个数据目录 / restore into this home
  --sheet FILE  恢复单：换了机器时给出密钥；口令在终端输入或放在 SANGYU_PASSPHRASE
                the recovery sheet, which brings the keys to another machine; the passphrase is asked for, or taken from SANGYU_PASSPHRASE
  --replace     目标里已有数据时才需要：先把它另存一份，再替换 / needed where the target holds data: it is backed up, then replaced
  --accept-faults  备份里的审计链本身有问题时仍然恢复 / restore although the audit trail in the backup is itself broken`,
  options: {
    at: { type: 'string' },
    from: { type: 'string' },
    into: { type: 'string' },
    sheet: { type: 'string' },
    replace: { type: 'boolean' },
    'accept-faults': { type: 'boolean' },
  },
  run: async (call) => {
    const [file] = call.args
    if (call.values.at && !file) return restoreMoment(call, call.values.at)
    if (!file || call.values.at || call.values.from || call.args.length > 1) {
      call.log(restoreCommand.usage)
      return 2
    }
    return run(call, resolve(file))
  },
}

async function run(call: CommandCall, file: string): Promise<number> {
  const { parts, log } = call
  const keys = await keysFor(call)
  const own = targetOf(call)
  // A backup that cannot be used makes no home.
  await checkBackup(file, keys.key ?? readBackupKey(homePath(own)))
  const done = await withTarget({ env: own, log }, ({ home, config }) =>
    restore({ home, config, product: version }, { file, ...keys, ...wishOf(call) }),
  )
  const faults = await settleRestored(
    parts,
    { env: own, log },
    { ...done.manifest, homes: homesOf(call, file), isCopy: isCopy(call) },
  )
  const rows = done.manifest.sections.reduce((sum, section) => sum + section.rows, 0)
  log(`恢复完成：${done.manifest.madeAt} 的数据，共 ${rows} 行，全部与备份一致。`)
  log(`Restored: data of ${done.manifest.madeAt}, ${rows} rows, all equal to the backup.`)
  return faults ? 1 : 0
}
