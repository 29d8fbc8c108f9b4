import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

/** What is noted beside the doors, which carry their own words. */
export const actWords: Readonly<Record<string, Bilingual>> = {
  signIn: { zh: '登录', en: 'Sign in' },
  signInFailed: { zh: '登录失败', en: 'Sign-in failed' },
  secondFactorFailed: { zh: '第二因素验证失败', en: 'Second factor failed' },
  accountActivated: { zh: '启用账号', en: 'Account activated' },
  accountDisabled: { zh: '久未登录，停用账号', en: 'Unused account disabled' },
  codeSent: { zh: '向手机发出登录验证码', en: 'Code for signing in sent to a telephone' },
  authorityAsked: { zh: '家属申请代办', en: 'A relative asked to act' },
  codeRenewed: { zh: '经两人办理，重发激活码', en: 'Another activation code, by two people' },
  secondFactorReset: { zh: '经两人办理，解除验证器', en: 'Authenticator taken off, by two people' },
  identityProviderChanged: {
    zh: '经两人办理，启用或修改统一身份认证',
    en: 'Unified identity connected or changed, by two people',
  },
  identityLinked: { zh: '经两人办理，关联统一身份', en: 'Unified identity linked, by two people' },
  administratorCodeRenewed: { zh: '在服务器上重发管理员启用码', en: 'Administrator’s code renewed at the server' },
  securityPolicyChanged: { zh: '修改登录与密码策略', en: 'Sign-in policy changed' },
  grantGiven: { zh: '授权', en: 'Grant given' },
  grantsExported: { zh: '导出授权表', en: 'Grants exported' },
  grantRevoked: { zh: '收回授权', en: 'Take a grant back' },
  'people.reveal': { zh: '查看完整号码', en: 'See a whole number' },
  'people.export': { zh: '导出名单', en: 'Export a list' },
  'people.export_listed': { zh: '导出名单（续：名单中的人）', en: 'Export a list (continued: who is in it)' },
  'people.export_requested': { zh: '申请导出名单', en: 'Export asked for' },
  'people.reveal_alarm': { zh: '查看完整号码过于频繁', en: 'Too many whole numbers seen' },
  'people.number_found': { zh: '按完整号码查到人', en: 'Somebody found by a whole number' },
  'people.number_missed': { zh: '按完整号码没有查到人', en: 'Nobody found by a whole number' },
  'people.viewing_alarm': { zh: '成批查看敏感信息过多', en: 'Too many people’s sensitive words listed' },
  'people.number_alarm': { zh: '按号码试查过于频繁', en: 'Too many numbers asked in vain' },
  'import.guessing_alarm': { zh: '花名册疑似试探身份证号', en: 'A roster that tries identity numbers' },
  'reports.print': { zh: '打印台账', en: 'Print a ledger' },
  'import.applied': { zh: '执行花名册导入', en: 'Roster import applied' },
  'import.undone': { zh: '撤销花名册导入', en: 'Roster import undone' },
  'privacy.consent_given': { zh: '登记同意', en: 'Consent recorded' },
  'privacy.consent_withdrawn': { zh: '撤回同意', en: 'Consent withdrawn' },
  'privacy.correction_proposed': { zh: '提出更正', en: 'Correction proposed' },
  'privacy.correction_approved': { zh: '同意更正', en: 'Correction approved' },
  'privacy.correction_refused': { zh: '不同意更正', en: 'Correction refused' },
  'privacy.erasure_requested': { zh: '申请删除个人信息', en: 'Erasure asked for' },
  'privacy.erasure_erased': { zh: '彻底删除个人信息', en: 'Person erased' },
  'privacy.erasure_restricted': { zh: '个人信息改为仅作存储', en: 'Person restricted to storage' },
  'privacy.erasure_refused': { zh: '不同意删除', en: 'Erasure refused' },
  'privacy.erasure_replayed': { zh: '恢复备份后再次删除', en: 'Erased again after a restore' },
  'privacy.restriction_lifted': { zh: '恢复使用个人信息', en: 'Restriction lifted' },
  'privacy.own_file': { zh: '给本人一份全部信息', en: 'Own file handed out' },
  'privacy.incident_read': { zh: '查看事件涉及人员', en: 'People of an incident named' },
  'privacy.incident_printed': { zh: '打印事件报告', en: 'Report of an incident printed' },
  'privacy.secret_refused': { zh: '拒绝带密级标志的文件', en: 'A marked file refused' },
  'bank.looked': { zh: '夜间查找积分异常', en: 'Books of the bank looked through at night' },
  personCodesPrinted: { zh: '打印签到编码卡', en: 'Code cards printed' },
  'keys.destroyed': { zh: '销毁密钥', en: 'Key destroyed' },
  'backups.made': { zh: '完成备份', en: 'Backup made' },
  'backups.proven': { zh: '完成恢复演练', en: 'Restore drill passed' },
  'backups.restored': { zh: '从备份恢复', en: 'Restored from a backup' },
  gatewaySetAside: { zh: '副本中停用短信网关', en: 'Gateway of a restored copy set aside' },
  'audit.export': { zh: '导出审计记录', en: 'Audit rows exported' },
  'audit.retention_asked': { zh: '申请修改审计保存期限', en: 'Audit retention: change asked for' },
  'audit.retention': { zh: '经两人办理，修改审计保存期限', en: 'Audit retention changed, by two people' },
  'audit.retention_refused': { zh: '不同意修改审计保存期限', en: 'Audit retention: change refused' },
  'audit.verified': { zh: '核验审计链', en: 'Audit chain verified' },
  'audit.cut': { zh: '清除到期审计记录', en: 'Expired audit rows removed' },
  'integrity.checked': { zh: '核对校验码', en: 'Codes checked' },
  'people.recorded': { zh: '登记多人（附改后摘要）', en: 'People recorded, with their digests' },
  'record.changed': { zh: '改动记录（附前后摘要）', en: 'Record changed, with digests' },
  'audit.compared': { zh: '将记录与审计比对', en: 'Record laid beside the trail' },
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
export const retentionGone = refusal('audit.retention_gone', 409, () => ({
  zh: '这份申请已经办结或已修改，没有重复办理。请刷新页面，按最新内容审批。',
  en: 'This was decided or changed meanwhile; nothing was done. Reload the page and judge what stands there now.',
}))
export const ownRetention = refusal('audit.own_retention', 403, () => ({
  zh: '不能审批本人提出的保存期限（同一手机号即同一个人）。请由另一位安全管理员办理。',
  en: 'Nobody decides what they asked for themselves (one mobile number is one person). Ask another security administrator.',
}))
