import { sql } from 'kysely'
import { loadCounty, searchCounties as searchTable } from '#modules/places/index.ts'
import { foundUnit } from '#modules/units/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { giveCode } from '../activation/index.ts'
import { workAsOffice } from '../door/index.ts'
import { writeGrant } from '../grants/index.ts'
import { ADMINISTRATORS, type Administrator } from '../rules.ts'
import { writeAccount } from '../service.ts'
import type { SetupCode } from '../setup-code/index.ts'
import type { contract } from './contract.ts'
import { alreadySetUp, setupCodeLocked, threePeople, wrongSetupCode } from './words.ts'

type Doors = typeof contract
// Any constant of our own: two set-ups at once go one after the other, and the second finds a county.
const SETUP_LOCK = 371_426

async function setupState(ctx: Ctx): Promise<Output<Doors['setupState']>> {
  const counties = await ctx.db.selectFrom('county').select(['county', 'name']).orderBy('county').execute()
  return { needed: counties.length === 0, counties }
}

async function searchCounties(
  ctx: Ctx,
  { q }: Input<Doors['searchCounties']>,
): Promise<Output<Doors['searchCounties']>> {
  await ensureNeeded(ctx)
  const items = searchTable(q).map(({ code, name, path }) => ({ county: Number(code.slice(0, 6)), name, path }))
  return { items, total: items.length }
}

async function ensureNeeded(ctx: Ctx): Promise<void> {
  const { needed } = await setupState(ctx)
  ensure(needed, alreadySetUp)
}

/** Makes the county with its places and bureau, and its three administrators. Nobody has a password before setting their own. */
async function setUp(ctx: Ctx, code: SetupCode, asked: Input<Doors['setUp']>): Promise<Output<Doors['setUp']>> {
  await sql`select pg_advisory_xact_lock(${SETUP_LOCK})`.execute(ctx.db)
  await ensureNeeded(ctx)
  const verdict = code.judge(asked.code)
  ensure(verdict !== 'locked', setupCodeLocked)
  ensure(verdict === 'right', wrongSetupCode)
  const people = ADMINISTRATORS.map((role) => ({ role, ...asked.administrators[role] }))
  ensure(areThreePeople(people), threePeople)
  const loaded = await foundCounty(ctx, asked)
  const handedOver = []
  for (const { role, ...person } of people) handedOver.push({ role, ...(await appoint(ctx, role, person)) })
  code.spend()
  return { ...loaded, handedOver }
}

type Person = { login: string; name: string; mobile: string }

export function areThreePeople(people: readonly Person[]): boolean {
  const differ = (values: readonly string[]) => new Set(values).size === people.length
  return (['login', 'name', 'mobile'] as const).every((key) => differ(people.map((person) => person[key])))
}

/** An administrator whom nobody can have requested or approved, because there is nobody yet. */
async function appoint(ctx: Ctx, role: Administrator, { login, name, mobile }: Person) {
  const known = { mobile_index: ctx.vault.index('holder', mobile), mobile_tail: mobile.slice(-4) }
  const { id } = await writeAccount(ctx, { login, name, status: 'invited', password_hash: '-', ...known })
  await writeGrant(ctx, { id, role }, { from: officeDay(ctx.now), until: null })
  return giveCode(ctx, { id, login, name })
}

type NewCounty = Pick<Input<Doors['setUp']>, 'county' | 'countyName' | 'bureau'>

/** A county with its streets and communities and the bureau that keeps it. From here on the transaction works for it. */
export async function foundCounty(
  ctx: Ctx,
  { county, countyName, bureau }: NewCounty,
): Promise<{ streets: number; communities: number }> {
  await ctx.db.insertInto('county').values({ county, name: countyName, set_up_at: ctx.now.toISOString() }).execute()
  await workAsOffice(ctx, county)
  const loaded = await loadCounty(ctx, county)
  const unit = await foundUnit(ctx, { name: bureau, kind: 'bureau' })
  await ctx.db.updateTable('county').set({ bureau_unit_id: unit.id }).where('county', '=', county).execute()
  return loaded
}

export const serviceWith = (code: SetupCode): Service<Doors> => ({
  setupState,
  searchCounties,
  setUp: (ctx, asked) => setUp(ctx, code, asked),
})
