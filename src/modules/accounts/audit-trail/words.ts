import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

/** What is noted beside the doors, which carry their own words. */
export const actWords: Readonly<Record<string, Bilingual>> = {
  signIn: { zh: '登录', en: 'Sign in' },
  signInFailed: { zh: '登录失败', en: 'Sign-in failed' },
  grantRole: { zh: '授权', en: 'Grant a role' },
  grantRevoked: { zh: '收回授权', en: 'Take a grant back' },
  'people.reveal': { zh: '查看完整号码', en: 'See a whole number' },
  'people.export': { zh: '导出名单', en: 'Export a list' },
  'reports.print': { zh: '打印台账', en: 'Print a ledger' },
  'import.applied': { zh: '执行花名册导入', en: 'Roster import applied' },
  'import.undone': { zh: '撤销花名册导入', en: 'Roster import undone' },
  'audit.verified': { zh: '核验审计链', en: 'Audit chain verified' },
  'audit.cut': { zh: '清除到期审计记录', en: 'Expired audit rows removed' },
  'audit.anchored': { zh: '锚定审计链头', en: 'Audit heads anchored' },
}

export const resultWords: Readonly<Record<'done' | 'refused' | 'failed', Bilingual>> = {
  done: { zh: '成功', en: 'done' },
  refused: { zh: '被拒绝', en: 'refused' },
  failed: { zh: '失败', en: 'failed' },
}

export const tooManyRows = refusal('audit.too_many', 422, (p: { count: number; most: number }) => ({
  zh: `共 ${p.count} 条，一次最多导出 ${p.most} 条。请缩小时间范围后分次导出，或在服务器上运行 sangyu audit export 导出全部。`,
  en: `${p.count} rows; at most ${p.most} are exported at once. Narrow the time, or run sangyu audit export on the server for all.`,
}))
export const keptTooShort = refusal('audit.kept_too_short', 422, (p: { least: number }) => ({
  zh: `审计记录至少保存 ${p.least} 天（一年），不能更短。`,
  en: `Audit rows are kept for ${p.least} days (one year) at least.`,
}))
