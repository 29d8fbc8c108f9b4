import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  backupFolder,
  backupName,
  checkBackup,
  makeBackup,
  momentExternal,
  momentFolder,
  openBackupKey,
  readBackupKey,
  readFieldKeys,
  readKept,
  sizeInWords,
  spansOf,
  writeMoment,
  writeSheet,
} from '#platform/backup/index.ts'
import { officeDay } from '#platform/clock.ts'
import { homePath } from '#platform/home.ts'
import { ensure } from '#platform/refuse.ts'
import type { Command, CommandCall } from '../command.ts'
import { findHome, withAttached } from '../serve/attached.ts'
import { version } from '../serve/version.ts'
import { askPassphrase } from './passphrase.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: {
    zh: '备份整个安装到一个加密文件（不必停机）',
    en: 'Back up the whole installation into one sealed file, while it works',
  },
  usage: `sangyu backup [FILE]
sangyu backup --check FILE
sangyu backup --recovery-sheet FILE.txt
sangyu backup --moments

  FILE               默认放在数据目录的 backups/ 下 / by default in backups/ of the home
  --check            从头到尾核对一份备份，不改动任何东西 / read a backup from end to end; changes nothing
  --recovery-sheet   写出恢复单：备份密钥，以及用口令封好的字段密钥。打印后离线保管，口令由另一个人保管
                     write the recovery sheet: the backup key, and the field keys under a passphrase that a second person keeps
  --moments          列出可以恢复到的时段（restore --at），服务不必停止
                     which moments can be restored (restore --at); the server may go on`,
  options: { check: { type: 'boolean' }, 'recovery-sheet': { type: 'boolean' }, moments: { type: 'boolean' } },
  run: async (call) => {
    const [file] = call.args
    if (call.flags.has('moments') && call.flags.size === 1 && !file) return listMoments(call)
    if (call.args.length > 1 || call.flags.has('moments') || (call.flags.size > 0 && !file) || call.flags.size > 1) {
      call.log(backupCommand.usage)
      return 2
    }
    if (call.flags.has('check') && file) return check(call, resolve(file))
    if (call.flags.has('recovery-sheet') && file) return writeRecoverySheet(call, resolve(file))
    return make(call, file && resolve(file))
  },
}

async function make({ env, log }: CommandCall, file: string | undefined): Promise<number> {
  return withAttached({ env, log: () => {} }, async ({ home, config }) => {
    const path = file ?? join(backupFolder(home), backupName(new Date()))
    const started = Date.now()
    const { bytes, manifest } = await makeBackup({ home, config, product: version }, path)
    await checkBackup(path, readBackupKey(home))
    const rows = manifest.sections.reduce((sum, section) => sum + section.rows, 0)
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    log(
      `已备份到 ${path}（${sizeInWords(bytes)}，${manifest.sections.length} 部分，${rows} 行，${seconds} 秒），并已从头核对一遍。`,
    )
    log(
      `Backed up to ${path} (${sizeInWords(bytes)}, ${manifest.sections.length} sections, ${rows} rows, ${seconds} s) and read back from end to end.`,
    )
    log('备份里没有密钥：请保管好恢复单（sangyu backup --recovery-sheet）。')
    log('The keys are not in it: keep the recovery sheet safe (sangyu backup --recovery-sheet).')
    return 0
  })
}

function listMoments({ env, log }: CommandCall): number {
  ensure(!env.DATABASE_URL, momentExternal)
  const spans = spansOf(readKept(momentFolder(homePath(env))))
  log(
    spans.length ? '可以恢复到的时段（北京时间）：' : '还没有可以恢复到的时刻：服务启动五分钟左右即有第一份基准副本。',
  )
  log(
    spans.length
      ? 'Moments that can be restored (time of Beijing):'
      : 'There is no moment yet: the first base copy is made about five minutes after the server starts.',
  )
  for (const { from, to } of spans) log(`  ${writeMoment(new Date(from.getTime() + 999))} – ${writeMoment(to)}`)
  return spans.length ? 0 : 1
}

async function check({ env, log }: CommandCall, file: string): Promise<number> {
  const manifest = await checkBackup(file, readBackupKey(homePath(env)))
  const rows = manifest.sections.reduce((sum, section) => sum + section.rows, 0)
  log(`备份完好：${manifest.madeAt} 的数据，${manifest.sections.length} 部分，${rows} 行，版本 ${manifest.product}。`)
  log(
    `The backup is whole: data of ${manifest.madeAt}, ${manifest.sections.length} sections, ${rows} rows, version ${manifest.product}.`,
  )
  return 0
}

async function writeRecoverySheet({ env, log }: CommandCall, file: string): Promise<number> {
  const home = findHome(env)
  const passphrase = await askPassphrase(env, { isNew: true })
  const made = { key: openBackupKey(home), fieldKeys: readFieldKeys(home), passphrase, on: officeDay(new Date()) }
  writeFileSync(file, writeSheet(made), { mode: 0o600, flag: 'wx' })
  log(`恢复单已写到 ${file}。打印后请删除这个文件；纸和口令由两个人分开保管。`)
  log(
    `The recovery sheet is in ${file}. Print it and delete the file; two people keep the paper and the passphrase apart.`,
  )
  return 0
}
