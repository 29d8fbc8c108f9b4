import type { FieldClass } from '#platform/ctx.ts'

/** 三员: they keep, authorise and audit the system, and read nothing of the people in it. GB/T 22239-2019 8.1.5. */
export const ADMINISTRATORS = ['system_administrator', 'security_administrator', 'audit_administrator'] as const
export type Administrator = (typeof ADMINISTRATORS)[number]

export const ROLES = [
  ...ADMINISTRATORS,
  'bureau_staff',
  'street_staff',
  'community_worker',
  'unit_liaison',
  'reader',
] as const
export type Role = (typeof ROLES)[number]

const SELF = ['accounts.self'] as const
const READS = ['people.read', 'units.read', 'places.read', 'ledger.read'] as const
const KEEPS = [...READS, 'people.write'] as const
const COLLECTS = [...KEEPS, 'import.prepare'] as const
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
] as const
export type PermissionName = (typeof PERMISSIONS)[number]

type Powers = { permissions: readonly PermissionName[]; sees: readonly FieldClass[] }

/**
 * What each role may do, and which classes of personal data it reads in lists. Nobody reads `sensitive` there: an ID number is
 * shown by an act of its own (people.reveal). No role holds what two of the three administrators hold, so there is no super role.
 * 个人信息保护法 第六条 (least necessary), GB/T 22239-2019 访问控制.
 */
const POWERS: Record<Role, Powers> = {
  system_administrator: { permissions: [...SELF, ...SYSTEM], sees: [] },
  security_administrator: { permissions: [...SELF, ...SECURITY], sees: [] },
  audit_administrator: { permissions: [...SELF, ...AUDIT], sees: [] },
  bureau_staff: { permissions: [...SELF, ...BUREAU], sees: ['pi', 'restricted'] },
  street_staff: { permissions: [...SELF, ...COLLECTS], sees: ['pi', 'restricted'] },
  community_worker: { permissions: [...SELF, ...COLLECTS], sees: ['pi', 'restricted'] },
  unit_liaison: { permissions: [...SELF, ...KEEPS], sees: ['pi'] },
  reader: { permissions: [...SELF, ...READS], sees: [] },
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

/** Sessions end after half an hour without a request and after one working day in any case: GB/T 22239-2019 8.1.4.1 b. */
export const IDLE_MINUTES = 30
export const SESSION_HOURS = 12

type Judge = { accountId: string | null; permissions: ReadonlySet<string> }

/** Whether somebody with this right may use it on this account: an open one, and never their own. */
export function mayChange(actor: Judge, permission: PermissionName, account: { id: string; status: string }): boolean {
  return actor.permissions.has(permission) && account.id !== actor.accountId && account.status === 'open'
}
