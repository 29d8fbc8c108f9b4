import { refusal } from '#platform/refuse.ts'
import { writeMoment } from './office-moment.ts'

const untouched = { zh: '什么也没有改动。', en: 'Nothing was changed.' }
type Span = { from: Date; to: Date }

const spansInWords = (spans: Span[]) =>
  spans.map(({ from, to }) => `${writeMoment(from)} – ${writeMoment(to)}`).join('; ')

export const nothingKept = refusal('moment.nothing_kept', 422, () => ({
  zh: `这里没有可用来恢复到某一时刻的基准副本（备份文件夹下的 moments）。服务启动五分钟左右会自动做好第一份。备份文件仍可用 sangyu restore 文件 恢复。${untouched.zh}`,
  en: `There is no base copy here to restore a moment from (folder moments of the backups). The server makes the first one about five minutes after its start. A backup file can still be restored: sangyu restore FILE. ${untouched.en}`,
}))
export const momentTooEarly = refusal('moment.too_early', 422, (p: { moment: Date; earliest: Date }) => ({
  zh: `${writeMoment(p.moment)} 早于最早可恢复的时刻 ${writeMoment(p.earliest)}。更早的数据请用备份文件恢复：sangyu restore 文件。${untouched.zh}`,
  en: `${writeMoment(p.moment)} lies before the earliest moment that can be restored, ${writeMoment(p.earliest)}. For earlier data restore a backup file: sangyu restore FILE. ${untouched.en}`,
}))
export const momentTooLate = refusal('moment.too_late', 422, (p: { moment: Date; latest: Date }) => ({
  zh: `${writeMoment(p.moment)} 晚于最后归档的时刻 ${writeMoment(p.latest)}。请选这个时刻或更早的时刻。${untouched.zh}`,
  en: `${writeMoment(p.moment)} lies after the last archived moment, ${writeMoment(p.latest)}. Choose that moment or an earlier one. ${untouched.en}`,
}))
export const momentGap = refusal('moment.gap', 422, (p: { moment: Date; missing: string; spans: Span[] }) => ({
  zh: `恢复不到 ${writeMoment(p.moment)}：归档里缺少 ${p.missing}。可以恢复的时段：${spansInWords(p.spans) || '无'}。若另有一份备份文件夹的副本，请用 --from 指明。${untouched.zh}`,
  en: `${writeMoment(p.moment)} cannot be reached: ${p.missing} is missing in the archive. What can be restored: ${spansInWords(p.spans) || 'nothing'}. If there is another copy of the folder of backups, name it with --from. ${untouched.en}`,
}))
export const momentExternal = refusal('moment.external', 422, () => ({
  zh: `数据库由 DATABASE_URL 指定，桑榆不归档它的日志。恢复到某一时刻请用那台 PostgreSQL 自己的 WAL 归档（见手册 backup.zh-CN.md 第 5 节）。${untouched.zh}`,
  en: `The database is the one that DATABASE_URL names, whose log Sangyu does not archive. Use that server’s own WAL archiving to go back to a moment (manual backup.md, section 5). ${untouched.en}`,
}))
export const momentOtherServer = refusal('moment.other_server', 422, (p: { from: number; to: number }) => ({
  zh: `归档来自 PostgreSQL ${p.from}，本版桑榆带的是 ${p.to}；恢复到某一时刻只能用同一大版本。请用当时的桑榆恢复，再升级。${untouched.zh}`,
  en: `The archive comes from PostgreSQL ${p.from} and this Sangyu carries ${p.to}; a moment can only be restored by the same major release. Restore with the Sangyu of that time and upgrade then. ${untouched.en}`,
}))
export const momentNotReached = refusal('moment.not_reached', 422, (p: { reason: string }) => ({
  zh: `没有恢复到所要的时刻（${p.reason}），没有切换，原来的数据照旧。`,
  en: `The moment was not reached (${p.reason}); nothing was switched to, and the former data stays in use.`,
}))
