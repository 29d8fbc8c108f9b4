import { randomBytes } from 'node:crypto'
import { hasArea, hashOfToken, leaveSecondFactorOptional } from '#modules/accounts/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import type { Post, Worker } from '../office.ts'
import { codeGrants } from './coded.ts'

/** Some places of 临邑县 as the national table has them: two streets with their communities, and a town. */
export const PLACES = {
  county: '3714240000000000000',
  xingtong: '3714240010000000000',
  guangchang: '3714240010230000000',
  ruiheng: '3714240010240000000',
  hengyuan: '3714240020000000000',
  xinyuan: '3714240021900000000',
  xinzhuang: '3714240022650000000',
  linyi: '3714241000000000000',
} as const

const NAMES: [code: string, level: string, name: string, short: string][] = [
  [PLACES.county, 'county', '临邑县', '临邑县'],
  [PLACES.xingtong, 'street', '邢侗街道', '邢侗街道'],
  [PLACES.guangchang, 'community', '广场社区居民委员会', '广场社区'],
  [PLACES.ruiheng, 'community', '瑞恒社区居民委员会', '瑞恒社区'],
  [PLACES.hengyuan, 'street', '恒源街道', '恒源街道'],
  [PLACES.xinyuan, 'community', '馨园社区居民委员会', '馨园社区'],
  [PLACES.xinzhuang, 'community', '辛庄村村民委员会', '辛庄村'],
  [PLACES.linyi, 'street', '临邑镇', '临邑镇'],
]

const FOR_EVER = '2999-01-01T00:00:00Z'

export const BUREAU = '01980000-0000-7000-8000-000000371424'

/** Sets up the county with a few places and its bureau; whoever tests the second factor asks for it. */
export async function foundCounty(ctx: Ctx): Promise<void> {
  const county = ctx.actor.county
  await ctx.db.insertInto('county').values({ county, name: '临邑县', set_up_at: ctx.now.toISOString() }).execute()
  await ctx.db
    .insertInto('place')
    .values(NAMES.map(([code, level, name, short]) => ({ county, code, level, name, short })))
    .execute()
  await ctx.db.insertInto('unit').values({ county, id: BUREAU, name: '中共临邑县委老干部局', kind: 'bureau' }).execute()
  await ctx.db.updateTable('county').set({ bureau_unit_id: BUREAU }).where('county', '=', county).execute()
  await leaveSecondFactorOptional(ctx)
}

/** An account with grants from long ago and a session that is complete, proven and never idles, so that a test may let months pass. It has no password. */
export async function takeOn(ctx: Ctx, { role = 'bureau_staff', place, unit, name = '周敏' }: Post): Promise<Worker> {
  const county = ctx.actor.county
  const [id, token, at] = [newId(), randomBytes(32).toString('hex'), ctx.now.toISOString()]
  const worker = { id, token, login: `w${id.slice(-12)}`, name }
  const account = {
    county,
    id,
    holder_id: id,
    login: worker.login,
    name,
    password_hash: '-',
    must_change_password: false,
  }
  await ctx.db
    .insertInto('account')
    .values({ ...account, password_set_at: at, created_at: at })
    .execute()
  const units = unit ? [{ unit_id: unit, place_code: null }] : []
  const code = hasArea(role) ? (place ?? PLACES.county) : null
  const places = place || !unit ? [{ unit_id: null, place_code: code }] : []
  const grant = { county, account_id: id, holder_id: id, role, valid: '[2020-01-01,)', granted_at: at }
  const rows = [...places, ...units].map((area) => ({ ...grant, id: newId(), ...area }))
  await ctx.db.insertInto('account_grant').values(rows).execute()
  await codeGrants(
    ctx,
    rows.map((row) => row.id),
  )
  const session = { token_hash: hashOfToken(token), county, id: newId(), account_id: id }
  await ctx.db
    .insertInto('session')
    .values({ ...session, started_at: at, seen_at: FOR_EVER, expires_at: FOR_EVER, proven_at: FOR_EVER })
    .execute()
  return worker
}
