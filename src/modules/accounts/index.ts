export { doorkeeper, hashOfToken } from './door/index.ts'
export { type PermissionName, ROLES, type Role } from './rules.ts'
