import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { qrOf } from '#platform/qr/index.ts'
import { ensure } from '#platform/refuse.ts'
import { confirm, end, familyOf } from '../authority/index.ts'
import { newDigits } from '../cards/index.ts'
import { keepCode } from '../codes/index.ts'
import { actingFor, authorityFor } from '../policy.ts'
import { CARD_DIGITS, FAMILY_CODE_MINUTES, inFours, stateOf } from '../rules.ts'
import { ownWord } from '../words.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type Affairs = Output<Doors['myAffairs']>
const done = { ok: true } as const

async function myAffairs(ctx: Ctx): Promise<Affairs> {
  const { county, accountId } = ctx.actor
  const me = await ctx.db
    .selectFrom('account as a')
    .innerJoin('county as c', 'c.county', 'a.county')
    .select(['a.name', 'c.name as county'])
    .select(sql<'zh' | 'en'>`a.lang`.as('lang'))
    .where('a.county', '=', county)
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
  const authorities = await ctx.db
    .selectFrom('own_authority')
    .select(['person_id', 'relation', 'confirmed_at as confirmedAt', 'ended_at as endedAt', 'until'])
    .where('county', '=', county)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('asked_at')
    .execute()
  const today = officeDay(ctx.now)
  const people: Affairs['people'] = []
  for (const one of authorities)
    if (stateOf(one, today) === 'in_force') people.push(...(await faceOf(ctx, one.person_id, one.relation)))
  const waiting = authorities.filter((one) => stateOf(one, today) === 'waiting').length
  return { ...me, people, waiting }
}

type Face = Affairs['people'][number]

/** Nobody where the person has died meanwhile. */
async function faceOf(ctx: Ctx, personId: string, relation: string | null): Promise<Face[]> {
  const as = await authorityFor(ctx, personId)
  if (!as) return []
  const { rows } = await sql<Omit<Face, 'as' | 'relation'>>`
    select p.id as "personId", p.name, c.short as community,
           coalesce((select s.phone from site s
              where s.county = p.county and s.place_code between c.code and c.code + 9999999 and s.phone is not null and s.closed_on is null
                and s.kind in ('service_centre', 'station') order by s.kind, s.id limit 1),
             (select nullif(k.settings ->> 'bureauPhone', '') from county k where k.county = p.county)) as phone
      from person p
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
     where p.county = ${ctx.actor.county} and p.id = ${personId}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, as, relation }))
}

async function readFamily(ctx: Ctx, { personId }: Input<Doors['readFamily']>): Promise<Output<Doors['readFamily']>> {
  await actingFor(ctx, personId)
  const all = await familyOf(ctx, personId)
  return { items: all.filter(({ state }) => state !== 'ended') }
}

/** Only the elder gives their own affairs into somebody's hands; a relative does not pass them on. */
async function actingForSelf(ctx: Ctx, personId: string): Promise<void> {
  const { as } = await actingFor(ctx, personId)
  ensure(as === 'self', ownWord)
}

async function showFamilyCode(
  ctx: Ctx,
  { personId, origin }: Input<Doors['showFamilyCode']>,
): Promise<Output<Doors['showFamilyCode']>> {
  await actingForSelf(ctx, personId)
  const text = newDigits(CARD_DIGITS)
  await keepCode(ctx, { kind: 'family', text, minutes: FAMILY_CODE_MINUTES, personId })
  return {
    code: inFours(text),
    minutes: FAMILY_CODE_MINUTES,
    qr: qrOf(origin ? `${origin}/elder/claim#${text}` : text),
  }
}

async function agreeToFamily(ctx: Ctx, asked: Input<Doors['agreeToFamily']>): Promise<{ ok: true }> {
  await actingForSelf(ctx, asked.personId)
  await confirm(ctx, asked, 'elder')
  return done
}

async function endFamily(ctx: Ctx, asked: Input<Doors['endFamily']>): Promise<{ ok: true }> {
  await actingForSelf(ctx, asked.personId)
  await end(ctx, asked)
  return done
}

export const service: Service<Doors> = { myAffairs, readFamily, showFamilyCode, agreeToFamily, endFamily }
