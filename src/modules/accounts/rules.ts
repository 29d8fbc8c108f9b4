import type { FieldClass } from '#platform/ctx.ts'
import { isOneself } from '#platform/oneself.ts'

/** 三员: they keep, authorise and audit the system, and read nothing of the people in it. GB/T 22239-2019 8.1.5. */
export const ADMINISTRATORS = ['system_administrator', 'security_administrator', 'audit_administrator'] as const
export type Administrator = (typeof ADMINISTRATORS)[number]

/** Those who are served and those who serve them outside the office: no area, hence no row but of the person whose affairs they do. */
export const VISITORS = ['elder', 'family', 'partner'] as const
type VisitorRole = (typeof VISITORS)[number]

export const ROLES = [
  ...ADMINISTRATORS,
  'bureau_staff',
  'street_staff',
  'community_worker',
  'unit_liaison',
  'reader',
  ...VISITORS,
] as const
export type Role = (typeof ROLES)[number]

/** Given by the security administrator; an elder's and a relative's come with their access (elder-access). */
export const GRANTED_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'elder' && role !== 'family')

const SELF = ['accounts.self'] as const
const READS = [
  'people.read',
  'units.read',
  'places.read',
  'ledger.read',
  'gatherings.read',
  'groups.read',
  'volunteering.read',
  'bank.read',
] as const
const KEEPS = [...READS, 'people.write', 'gatherings.sign_up', 'volunteering.record'] as const
const COLLECTS = [
  ...KEEPS,
  'import.prepare',
  'gatherings.manage',
  'groups.manage',
  'volunteering.manage',
  'bank.act',
  'messages.send',
  'access.manage',
] as const
const BUREAU = [
  ...COLLECTS,
  'people.reveal',
  'people.merge',
  'people.export',
  'people.tag',
  'people.approve',
  'import.apply',
  'places.manage',
  'units.manage',
  'settings.manage',
  'volunteering.certify',
  'bank.manage',
  'bank.approve',
  'messages.manage',
] as const
const SYSTEM = ['accounts.read', 'accounts.request', 'operations.manage'] as const
const SECURITY = ['accounts.read', 'accounts.approve', 'grants.manage', 'policy.manage'] as const
const AUDIT = ['accounts.read', 'audit.read'] as const

/** Everything that can be allowed. `accounts.self` is one's own language, devices and sessions. */
export const PERMISSIONS = [
  ...SELF,
  ...BUREAU,
  'accounts.read',
  'accounts.request',
  'accounts.approve',
  'grants.manage',
  'policy.manage',
  'audit.read',
  'operations.manage',
  'own.use',
  'partner.use',
] as const
export type PermissionName = (typeof PERMISSIONS)[number]

type Powers = { permissions: readonly PermissionName[]; sees: readonly FieldClass[] }

/** Nobody reads `sensitive` in lists, and no role holds what two of the three administrators hold. 个人信息保护法 第六条 (least necessary), GB/T 22239-2019 访问控制. */
const POWERS: Record<Role, Powers> = {
  system_administrator: { permissions: [...SELF, ...SYSTEM], sees: [] },
  security_administrator: { permissions: [...SELF, ...SECURITY], sees: [] },
  audit_administrator: { permissions: [...SELF, ...AUDIT], sees: [] },
  bureau_staff: { permissions: [...SELF, ...BUREAU], sees: ['pi', 'restricted'] },
  street_staff: { permissions: [...SELF, ...COLLECTS], sees: ['pi', 'restricted'] },
  community_worker: { permissions: [...SELF, ...COLLECTS], sees: ['pi', 'restricted'] },
  unit_liaison: { permissions: [...SELF, ...KEEPS], sees: ['pi'] },
  reader: { permissions: [...SELF, ...READS], sees: [] },
  elder: { permissions: [...SELF, 'own.use'], sees: [] },
  family: { permissions: [...SELF, 'own.use'], sees: [] },
  partner: { permissions: [...SELF, 'partner.use'], sees: [] },
}

/** The rights of an account with these roles; somebody without any role still keeps their own account. */
export function powersOf(roles: readonly Role[]): { permissions: ReadonlySet<string>; sees: ReadonlySet<FieldClass> } {
  const permissions = new Set<string>(SELF)
  const sees = new Set<FieldClass>()
  for (const role of roles) {
    for (const permission of POWERS[role].permissions) permissions.add(permission)
    for (const fieldClass of POWERS[role].sees) sees.add(fieldClass)
  }
  return { permissions, sees }
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text)
}

export function isAdministrator(role: string): role is Administrator {
  return ADMINISTRATORS.some((one) => one === role)
}

export function isVisitor(role: string): role is VisitorRole {
  return VISITORS.some((one) => one === role)
}

/** Whether a grant of this role is over a place or a unit. */
export function hasArea(role: Role): boolean {
  return !isAdministrator(role) && !isVisitor(role)
}

/** An account that nobody signed in to for so long is disabled: GB/T 22239-2019 8.1.4.2 c (多余、过期账号). */
export const UNUSED_DAYS = 90
export const ACTIVATION_HOURS = 24

/** 待审批、未通过、待激活、在用、已停用（久未登录）、已注销. */
export const ACCOUNT_STATES = ['pending', 'refused', 'invited', 'open', 'disabled', 'closed'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export const ACCOUNT_ACTS = [
  'approve',
  'refuse',
  'activate',
  'invite',
  'unlock',
  'grant',
  'revoke',
  'disable',
  'close',
] as const
export type AccountAct = (typeof ACCOUNT_ACTS)[number]

type Step = {
  /** Whose right it is; null where it is the holder with a code, or the nightly job. */
  permission: PermissionName | null
  to: Partial<Record<AccountState, AccountState>>
}

/** The life of an account. What does not stand here cannot be done. */
const STEPS: Record<AccountAct, Step> = {
  approve: { permission: 'accounts.approve', to: { pending: 'invited' } },
  refuse: { permission: 'accounts.approve', to: { pending: 'refused' } },
  activate: { permission: null, to: { invited: 'open' } },
  invite: { permission: 'accounts.request', to: { invited: 'invited', open: 'invited', disabled: 'invited' } },
  unlock: { permission: 'accounts.approve', to: { open: 'open' } },
  grant: { permission: 'grants.manage', to: { invited: 'invited', open: 'open' } },
  revoke: { permission: 'grants.manage', to: { invited: 'invited', open: 'open', disabled: 'disabled' } },
  disable: { permission: null, to: { open: 'disabled' } },
  close: {
    permission: 'accounts.request',
    to: { pending: 'closed', invited: 'closed', open: 'closed', disabled: 'closed' },
  },
}

export function afterAct(act: AccountAct, state: AccountState): AccountState | undefined {
  return STEPS[act].to[state]
}

type Judge = { accounts: readonly string[]; permissions: ReadonlySet<string> }

/** Whether somebody may do this to an account now: with the right, never to their own, and where the account stands so. */
export function mayAct(actor: Judge, act: AccountAct, account: { id: string; status: AccountState }): boolean {
  const { permission } = STEPS[act]
  if (permission === null || !actor.permissions.has(permission)) return false
  return !isOneself(actor, account.id) && afterAct(act, account.status) !== undefined
}

/** What two people decide about an account: that it is opened, gets another code, loses its authenticator, is linked to a unified identity. */
export const REQUEST_KINDS = ['open', 'code', 'second_factor', 'identity'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** Who may ask for somebody who cannot come in: the system administrator for all others, the security administrator for the system administrator. */
export function mayAsk(actor: Judge, account: { id: string; status: AccountState; roles: readonly string[] }): boolean {
  if (mayAct(actor, 'invite', account)) return true
  const isTheirs = actor.permissions.has('accounts.approve') && account.roles.includes('system_administrator')
  return isTheirs && !isOneself(actor, account.id) && afterAct('invite', account.status) !== undefined
}

type Waiting = {
  kind: RequestKind
  accountId: string
  requestedBy: string
  status: AccountState
  /** No security administrator is left but the one who asked or whose account it is: then the audit administrator decides. */
  needsAudit: boolean
}

/** Maker and checker are two people, whatever rights either has, and neither is the one whose account it is. */
export function mayDecide(actor: Judge, request: Waiting): boolean {
  if (isOneself(actor, request.requestedBy) || isOneself(actor, request.accountId)) return false
  if (request.kind === 'open') return actor.permissions.has('accounts.approve') && request.status === 'pending'
  const isJudge = actor.permissions.has(request.needsAudit ? 'audit.read' : 'accounts.approve')
  return isJudge && afterAct('invite', request.status) !== undefined
}
