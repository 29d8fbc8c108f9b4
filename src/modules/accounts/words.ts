import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { AccountState, Role } from './rules.ts'

export const roleWords: Record<Role, Bilingual> = {
  system_administrator: { zh: '系统管理员', en: 'system administrator' },
  security_administrator: { zh: '安全管理员', en: 'security administrator' },
  audit_administrator: { zh: '审计管理员', en: 'audit administrator' },
  bureau_staff: { zh: '老干部局工作人员', en: 'bureau staff' },
  street_staff: { zh: '乡镇（街道）工作人员', en: 'street or town staff' },
  community_worker: { zh: '社区工作者', en: 'community worker' },
  unit_liaison: { zh: '单位联络员', en: 'unit liaison' },
  reader: { zh: '领导（只读）', en: 'leader (read only)' },
  elder: { zh: '老同志', en: 'elder' },
  family: { zh: '家属', en: 'family' },
  partner: { zh: '合作商户', en: 'partner' },
}

export const stateWords: Record<AccountState, Bilingual> = {
  pending: { zh: '待审批', en: 'waiting for approval' },
  refused: { zh: '未通过', en: 'refused' },
  invited: { zh: '待激活', en: 'to be activated' },
  open: { zh: '在用', en: 'open' },
  disabled: { zh: '久未登录，已停用', en: 'disabled, long unused' },
  closed: { zh: '已注销', en: 'closed' },
}

export const loginTaken = refusal('accounts.login_taken', 409, (p: { login: string }) => ({
  zh: `登录名“${p.login}”已被使用（注销账号的登录名也不再使用）。请换一个。`,
  en: `The login name “${p.login}” is taken (names of closed accounts are not used again). Choose another.`,
}))
export const notOneself = refusal('accounts.not_oneself', 403, () => ({
  zh: '不能审批、授权、注销自己，也不能给自己重发激活码。请由另一位管理员办理；改密码请到“我的设置”。',
  en: 'Nobody approves, grants to, closes or renews themselves. Ask another administrator; change your own password under “My settings”.',
}))
export const notInThisState = refusal('accounts.state', 409, (p: { state: AccountState }) => ({
  zh: `该账号现在是“${stateWords[p.state].zh}”，不能办理这项操作。请刷新页面查看最新情况。`,
  en: `This account is ${stateWords[p.state].en}; this cannot be done now. Reload the page to see how it stands.`,
}))
export const lastAdministrator = refusal('accounts.last_administrator', 409, (p: { role: Role }) => ({
  zh: `这是本县最后一位${roleWords[p.role].zh}，不能注销或收回。请先让另一位同志担任${roleWords[p.role].zh}。`,
  en: `This is the county’s last ${roleWords[p.role].en} and stays. Appoint another one first.`,
}))
