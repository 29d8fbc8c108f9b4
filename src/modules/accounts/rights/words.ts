import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { PermissionName } from '../rules.ts'

export const nothingToPreview = refusal('rights.nothing_to_preview', 409, () => ({
  zh: '这个账号现在不能登录，什么也看不到。待激活、已停用或已注销的账号没有预览。',
  en: 'This account cannot sign in now and sees nothing. There is no preview of an account that is not open.',
}))

/** What each right is called, for the matrix on the page and in the workbook. */
export const permissionWords: Record<PermissionName, Bilingual> = {
  'accounts.self': { zh: '管理自己的密码、语言和设备', en: 'keep one’s own password, language and devices' },
  'people.read': { zh: '查看干部信息', en: 'see records' },
  'people.write': { zh: '登记和更正', en: 'register and correct' },
  'people.reveal': { zh: '查看完整身份证号（记入审计）', en: 'see whole ID numbers (audited)' },
  'people.merge': { zh: '合并重复记录', en: 'merge duplicates' },
  'people.export': { zh: '导出名单', en: 'export lists' },
  'people.tag': { zh: '批量加标签', en: 'tag in bulk' },
  'people.approve': { zh: '复核：批量导出、删除、更正', en: 'second person for bulk exports, erasures, corrections' },
  'import.prepare': { zh: '上传并预览花名册', en: 'upload and preview rosters' },
  'import.apply': { zh: '执行导入、撤销批次', en: 'apply and undo imports' },
  'ledger.read': { zh: '查看和打印台账', en: 'see and print ledgers' },
  'gatherings.read': { zh: '查看活动日历', en: 'see the calendar of gatherings' },
  'gatherings.sign_up': { zh: '代老干部报名', en: 'sign people up for gatherings' },
  'gatherings.manage': { zh: '安排活动、登记考勤', en: 'plan gatherings and keep attendance' },
  'groups.read': { zh: '查看兴趣小组和社团', en: 'see interest groups and associations' },
  'groups.manage': { zh: '登记兴趣小组、成员和换届', en: 'keep interest groups, their members and elections' },
  'volunteering.read': { zh: '查看需求、服务队、班次和服务记录', en: 'see needs, teams, shifts and service records' },
  'volunteering.record': { zh: '登记需求、代为报名服务', en: 'record needs, sign people up to serve' },
  'volunteering.manage': { zh: '派单、排班、确认服务', en: 'match needs, plan shifts and confirm service' },
  'volunteering.certify': { zh: '评星、出具志愿服务证明', en: 'award stars and issue service certificates' },
  'bank.read': { zh: '查看服务银行账户和公示', en: 'see accounts and notices of the service bank' },
  'bank.act': { zh: '代老干部兑换、转赠、申请冲正', en: 'redeem and give for somebody, ask for reversals' },
  'bank.manage': { zh: '积分规则、合作商户、月度结算', en: 'keep points rules, partners and settlements' },
  'bank.approve': { zh: '复核冲正和结算', en: 'second person for reversals and settlements' },
  'messages.send': { zh: '发送通知、打印通知单', en: 'send messages, print notices' },
  'access.manage': {
    zh: '开通、续发、收回长者登录，登记家属代办',
    en: 'open, renew and withdraw elders’ access, record who acts for whom',
  },
  'own.use': {
    zh: '长者页面：办理自己或所代长者的事',
    en: 'elder pages: do one’s own affairs, or those of whom one acts for',
  },
  'partner.use': { zh: '商户页面：核销、查看结算', en: 'partner pages: confirm redemptions, see settlements' },
  'messages.manage': { zh: '消息模板和短信网关', en: 'keep templates and the SMS gateway' },
  'places.read': { zh: '查看区划', en: 'see places' },
  'places.manage': { zh: '变更区划、登记场所', en: 'change places, register sites' },
  'units.read': { zh: '查看单位', en: 'see units' },
  'units.manage': { zh: '变更单位', en: 'change units' },
  'settings.manage': { zh: '本县必填项、区号等业务设置', en: 'the county’s required fields, area code' },
  'accounts.read': { zh: '查看账号与授权', en: 'see accounts and grants' },
  'accounts.request': {
    zh: '申请开设账号、重发激活码、解除验证器，注销账号',
    en: 'request accounts, other codes and authenticators off; close accounts',
  },
  'accounts.approve': { zh: '审批上述申请、解锁账号', en: 'decide those requests, unlock accounts' },
  'grants.manage': { zh: '授权、收回、预览', en: 'grant, revoke and preview' },
  'policy.manage': { zh: '登录与密码策略', en: 'set the rules for signing in and passwords' },
  'audit.read': { zh: '查看、核验、导出审计', en: 'read, verify and export the audit trail' },
  'operations.manage': { zh: '备份、密钥、运行参数', en: 'backups, keys, parameters' },
}

/** The classes of personal data, as GB/T 45574-2025 grades them. */
export const classWords = {
  pi: { zh: '出生日期、电话、住址、联系人', en: 'date of birth, telephone, address, contacts' },
  sensitive: { zh: '身份证号（须单独查看并留痕）', en: 'ID numbers (each look is asked and recorded)' },
  restricted: { zh: '健康、困难、收入、党籍', en: 'health, hardship, income, Party membership' },
} as const satisfies Record<string, Bilingual>

export const columnWords = {
  room: { zh: '类别', en: 'Kind' },
  permission: { zh: '权限', en: 'Permission' },
  sees: { zh: '能看的信息', en: 'May see' },
  login: { zh: '登录名', en: 'Login' },
  name: { zh: '姓名', en: 'Name' },
  role: { zh: '角色', en: 'Role' },
  where: { zh: '范围', en: 'Area' },
  from: { zh: '起', en: 'From' },
  until: { zh: '止', en: 'Until' },
  grantedBy: { zh: '授权人', en: 'Granted by' },
  grantedAt: { zh: '授权时间', en: 'Granted at' },
} as const satisfies Record<string, Bilingual>
