import {
  grantRole,
  oneTimePassword,
  type Role,
  registerAccount,
  renewPassword,
  roleWords,
} from '#modules/accounts/index.ts'
import { findUnitByName } from '#modules/units/index.ts'
import { bankDesk } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'

/** An account to try the product with. Passwords are drawn anew at every start and stand nowhere but on the terminal. */
export type DemoAccount = { login: string; password: string; role: Role; words: string }

type Post = { login: string; name: string; role: Role; area: string; place?: string; unit?: string; partner?: true }

const COUNTY_PLACE = '3714240000000000000'
const SHOP = '洛北购物广场'
const posts: readonly Post[] = [
  { login: 'system', name: '翟文静', role: 'system_administrator', area: '三员' },
  { login: 'security', name: '纪红霞', role: 'security_administrator', area: '三员' },
  { login: 'audit', name: '苗立新', role: 'audit_administrator', area: '三员' },
  { login: 'bureau', name: '周敏', role: 'bureau_staff', area: '全县', place: COUNTY_PLACE },
  // The second person, where one may not do it alone.
  { login: 'second', name: '商国栋', role: 'bureau_staff', area: '全县（复核）', place: COUNTY_PLACE },
  { login: 'street', name: '邢立军', role: 'street_staff', area: '邢侗街道', place: '3714240010000000000' },
  { login: 'community', name: '董晓丽', role: 'community_worker', area: '广场社区', place: '3714240010230000000' },
  { login: 'liaison', name: '马志强', role: 'unit_liaison', area: '临邑县第一中学', unit: '临邑县第一中学' },
  { login: 'shop', name: '店员小李', role: 'partner', area: SHOP, partner: true },
  { login: 'leader', name: '路建新', role: 'reader', area: '全县', place: COUNTY_PLACE },
]

/** One account for each role, ready to sign in with; those that exist get another password. */
export async function handOutAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const { login, name, role, area, place, unit, partner } of posts) {
    const password = oneTimePassword()
    const renewed = await renewPassword(ctx, { login, password, mustChange: false })
    if (!renewed) {
      const { id } = await registerAccount(ctx, { login, name, password, mustChange: false })
      const where = unit ? { unit: (await findUnitByName(ctx, unit))[0]?.id } : place ? { place } : {}
      await grantRole(ctx, { id, role, until: null, ...where })
    }
    if (partner) await putBehindCounter(ctx, { login, name: area })
    accounts.push({ login, password, role, words: `${roleWords[role].zh}·${area}` })
  }
  return accounts
}

async function putBehindCounter(ctx: Ctx, { login, name }: { login: string; name: string }): Promise<void> {
  const { items } = await bankDesk.listPartners(ctx)
  const shop = items.find((one) => one.name === name)
  if (shop) await bankDesk.linkCounter(ctx, { id: shop.id, login })
}
