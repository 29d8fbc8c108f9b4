import type { FieldClass } from '#platform/ctx.ts'
import type { Bilingual } from '#platform/words.ts'
import { PERMISSIONS, type PermissionName, powersOf, ROLES } from '../rules.ts'
import { classWords, columnWords, permissionWords } from './words.ts'

export const FIELD_CLASSES = ['pi', 'sensitive', 'restricted'] as const satisfies readonly FieldClass[]

export const ROOMS = {
  people: { zh: '干部信息', en: 'Cadres' },
  import: { zh: '导入花名册', en: 'Roster import' },
  ledger: { zh: '台账', en: 'Ledger' },
  gatherings: { zh: '活动', en: 'Gatherings' },
  groups: { zh: '兴趣小组', en: 'Interest groups' },
  volunteering: { zh: '志愿服务', en: 'Volunteering' },
  bank: { zh: '服务银行', en: 'Service bank' },
  messages: { zh: '通知', en: 'Messages' },
  access: { zh: '长者登录', en: 'Elder access' },
  own: { zh: '长者页面', en: 'Elder pages' },
  partner: { zh: '商户页面', en: 'Partner pages' },
  places: { zh: '区划与网格', en: 'Places' },
  units: { zh: '单位', en: 'Units' },
  settings: { zh: '业务设置', en: 'Settings' },
  accounts: { zh: '账号', en: 'Accounts' },
  grants: { zh: '授权', en: 'Grants' },
  policy: { zh: '安全策略', en: 'Security policy' },
  audit: { zh: '审计', en: 'Audit' },
  operations: { zh: '运行维护', en: 'Operations' },
} as const satisfies Record<string, Bilingual>
export type Room = keyof typeof ROOMS

export function roomOf(permission: PermissionName): Room {
  const [room] = permission.split('.')
  return Object.keys(ROOMS).includes(room ?? '') ? (room as Room) : 'accounts' // just looked up; every right is tested to have its room
}

export type MatrixRow = { key: string; room: Room | 'sees'; kind: Bilingual; words: Bilingual; holders: boolean[] }

/** Rights and field classes down, roles across: what the server itself asks. */
export function matrixRows(): MatrixRow[] {
  const powers = ROLES.map((role) => powersOf([role]))
  const rights = PERMISSIONS.map((permission) => ({
    key: permission,
    room: roomOf(permission),
    kind: ROOMS[roomOf(permission)],
    words: permissionWords[permission],
    holders: powers.map(({ permissions }) => permissions.has(permission)),
  }))
  const classes = FIELD_CLASSES.map((one) => ({
    key: one,
    room: 'sees' as const,
    kind: columnWords.sees,
    words: classWords[one],
    holders: powers.map(({ sees }) => sees.has(one)),
  }))
  const order = [...Object.keys(ROOMS), 'sees']
  return [...rights, ...classes].sort((a, b) => order.indexOf(a.room) - order.indexOf(b.room))
}
