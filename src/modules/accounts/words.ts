import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Role } from './rules.ts'

export const roleWords: Record<Role, Bilingual> = {
  system_administrator: { zh: '系统管理员', en: 'system administrator' },
  security_administrator: { zh: '安全管理员', en: 'security administrator' },
  audit_administrator: { zh: '审计管理员', en: 'audit administrator' },
  bureau_staff: { zh: '老干部局工作人员', en: 'bureau staff' },
  street_staff: { zh: '乡镇（街道）工作人员', en: 'street or town staff' },
  community_worker: { zh: '社区工作者', en: 'community worker' },
  unit_liaison: { zh: '单位联络员', en: 'unit liaison' },
  reader: { zh: '领导（只读）', en: 'leader (read only)' },
}

export const loginTaken = refusal('accounts.login_taken', 409, (p: { login: string }) => ({
  zh: `登录名“${p.login}”已被使用（停用账号的登录名也不再使用）。请换一个。`,
  en: `The login name “${p.login}” is taken (names of closed accounts are not used again). Choose another.`,
}))
export const notOneself = refusal('accounts.not_oneself', 403, () => ({
  zh: '不能给自己授权、停用自己或重置自己的密码。请由另一位管理员办理；改密码请到“我的设置”。',
  en: 'Nobody grants to, closes or resets themselves. Ask another administrator; change your own password under “My settings”.',
}))
export const isClosed = refusal('accounts.is_closed', 409, () => ({
  zh: '该账号已停用，不能再办理这项操作。如需继续使用，请另开账号。',
  en: 'This account is closed; this can no longer be done. Open another account if it is needed.',
}))
export const lastAdministrator = refusal('accounts.last_administrator', 409, (p: { role: Role }) => ({
  zh: `这是本县最后一位${roleWords[p.role].zh}，不能停用或收回。请先让另一位同志担任${roleWords[p.role].zh}。`,
  en: `This is the county’s last ${roleWords[p.role].en} and stays. Appoint another one first.`,
}))
