import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

const untouched = { zh: '什么也没有改动。', en: 'Nothing was changed.' }

export const notABackup = refusal('backup.not_one', 422, (p: { file: string }) => ({
  zh: `${p.file} 不是桑榆的备份文件。${untouched.zh}`,
  en: `${p.file} is not a backup of Sangyu. ${untouched.en}`,
}))
export const backupDamaged = refusal('backup.damaged', 422, (p: { file: string; zh: string; en: string }) => ({
  zh: `备份文件 ${p.file} 不完整或被改动（${p.zh}），不能使用。请换一份备份。${untouched.zh}`,
  en: `The backup ${p.file} is cut short or was changed (${p.en}) and cannot be used. Take another one. ${untouched.en}`,
}))
export const wrongKey = refusal('backup.wrong_key', 422, (p: { needed: string; given: string }) => ({
  zh: `备份密钥不符：这份备份要用密钥 ${p.needed}，现有的是 ${p.given}。请提供当时打印的恢复单（--sheet 文件）。${untouched.zh}`,
  en: `The backup key does not fit: this backup needs key ${p.needed}, here is ${p.given}. Give the recovery sheet printed then (--sheet FILE). ${untouched.en}`,
}))
export const backupKeyDamaged = refusal('backup.key_damaged', 503, (p: { file: string }) => ({
  zh: `备份密钥文件 ${p.file} 已损坏。请从恢复单恢复它；没有它，以前的备份无法打开。切勿删除后重建。`,
  en: `The backup key ${p.file} is damaged. Restore it from the recovery sheet: former backups cannot be opened without it. Do not replace it by a new one.`,
}))
export const noKey = refusal('backup.no_key', 422, (p: { needed: string }) => ({
  zh: `这里没有备份密钥。这份备份要用密钥 ${p.needed}：请提供恢复单（--sheet 文件）。${untouched.zh}`,
  en: `There is no backup key here. This backup needs key ${p.needed}: give the recovery sheet (--sheet FILE). ${untouched.en}`,
}))
export const backupNewer = refusal('backup.newer', 422, (p: { what: string }) => ({
  zh: `这份备份来自更新的版本（${p.what}），本版本不能恢复。请先安装不低于它的桑榆。${untouched.zh}`,
  en: `This backup was made by a newer version (${p.what}), which this one cannot restore. Install that version of Sangyu or a later one first. ${untouched.en}`,
}))
export const backupOther = refusal('backup.other_schema', 422, (p: { name: string }) => ({
  zh: `备份时的迁移 ${p.name} 与本版本的同名迁移内容不同，不能恢复。请使用当时的桑榆。${untouched.zh}`,
  en: `Migration ${p.name} differs between the backup and this version. Use the Sangyu that made the backup. ${untouched.en}`,
}))
export const databaseNewer = refusal('backup.server_newer', 422, (p: { from: number; to: number }) => ({
  zh: `备份来自 PostgreSQL ${p.from}，目标是更旧的 PostgreSQL ${p.to}，不能从新版恢复到旧版。请换用 ${p.from} 或更高版本的数据库。${untouched.zh}`,
  en: `The backup comes from PostgreSQL ${p.from} and the target is the older ${p.to}: newer to older is refused. Use PostgreSQL ${p.from} or later. ${untouched.en}`,
}))
export const noRoom = refusal('backup.no_room', 422, (p: { place: string; free: string; needed: string }) => ({
  zh: `${p.place} 空间不够：剩余 ${p.free}，需要 ${p.needed}。请腾出空间后重试。${untouched.zh}`,
  en: `There is too little room on ${p.place}: ${p.free} free, ${p.needed} needed. Make room and try again. ${untouched.en}`,
}))
export const targetUsed = refusal('restore.target_used', 409, () => ({
  zh: `目标里已有数据。要用备份替换它，请加 --replace（会先把现有数据另存一份备份）。${untouched.zh}`,
  en: `The target already holds data. To replace it, add --replace (the present data is backed up first). ${untouched.en}`,
}))
export const mayNotCreate = refusal('restore.may_not_create', 422, (p: { user: string }) => ({
  zh: `数据库账号 ${p.user} 无权建立数据库。恢复要先装进一个新数据库再切换；请由管理员执行 ALTER ROLE ${p.user} CREATEDB。${untouched.zh}`,
  en: `The database user ${p.user} may not create databases, which a restore needs to load beside the present one. Ask for ALTER ROLE ${p.user} CREATEDB. ${untouched.en}`,
}))
export const otherFieldKeys = refusal('restore.other_keys', 422, (p: { missing: string }) => ({
  zh: `目标数据目录的字段密钥打不开备份里的身份证号和电话（缺少密钥 ${p.missing}）。请用当时的恢复单（--sheet）恢复到一个空的数据目录。${untouched.zh}`,
  en: `The field keys of the target home cannot open the sealed values of this backup (missing: ${p.missing}). Restore into an empty home with the sheet of that time (--sheet). ${untouched.en}`,
}))
export const noFieldKeys = refusal('restore.no_field_keys', 422, () => ({
  zh: `目标数据目录里没有字段密钥，恢复后身份证号和电话将无法读出。请用 --sheet 给出恢复单及其口令。${untouched.zh}`,
  en: `The target home has no field keys, without which sealed numbers cannot be read. Give the recovery sheet with --sheet, and its passphrase. ${untouched.en}`,
}))
export const sheetUnreadable = refusal('sheet.unreadable', 422, (p: { zh: string; en: string }) => ({
  zh: `恢复单读不出：${p.zh}。${untouched.zh}`,
  en: `The recovery sheet cannot be read: ${p.en}. ${untouched.en}`,
}))
export const wrongPassphrase = refusal('sheet.wrong_passphrase', 422, () => ({
  zh: `恢复单的口令不对，字段密钥没有取出。${untouched.zh}`,
  en: `The passphrase of the recovery sheet is wrong; the field keys were not taken out. ${untouched.en}`,
}))
export const weakPassphrase = refusal('sheet.weak_passphrase', 422, () => ({
  zh: '恢复单口令至少 12 个字符。请另选一个，交由第二个人保管。',
  en: 'The passphrase of the sheet needs at least 12 characters. Choose another and let a second person keep it.',
}))
export const notEqual = refusal('restore.not_equal', 422, (p: { places: string }) => ({
  zh: `恢复出的数据与备份清单不一致（${p.places}），没有切换，原来的数据照旧。`,
  en: `What was restored differs from the manifest of the backup (${p.places}); it was not switched to, and the former data stays in use.`,
}))
export const alreadyRunning = refusal('backup.running', 409, () => ({
  zh: '另一个备份正在进行，请等它结束。',
  en: 'Another backup is being made; wait for it to end.',
}))
export const unsound = refusal('restore.unsound', 422, (p: { faults: Bilingual[] }) => ({
  zh: `恢复出的数据没有通过检查（${p.faults.map((fault) => fault.zh).join('；')}），没有切换，原来的数据照旧。`,
  en: `What was restored did not pass the checks (${p.faults.map((fault) => fault.en).join('; ')}); it was not switched to, and the former data stays in use.`,
}))
export const mayNotUpgrade = refusal('upgrade.may_not', 422, (p: { user: string; table: string }) => ({
  zh: `数据库账号 ${p.user} 不是 ${p.table} 的所有者，不能升级。请用建立这个数据库的账号。${untouched.zh}`,
  en: `The database user ${p.user} does not own ${p.table} and cannot upgrade it. Use the user who made this database. ${untouched.en}`,
}))
