import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { CodeTrace, GiftTrace, RedemptionTrace, ServiceTrace, Traces } from '../finding/index.ts'

const DAY_MS = 86_400_000
/** A night's look reaches back so far; a server that was away for weeks has then missed nothing. */
const LOOKS_BACK_DAYS = 40
/** What was before says what is usual (90 days), and lies in stretches that reach into the time looked at (30). */
const BEFORE_DAYS = 130

/** The traces that the books have of the last months. What was reversed has been put right and is left out. */
export async function tracesOf(ctx: Ctx): Promise<Traces> {
  const since = ctx.now.getTime() - LOOKS_BACK_DAYS * DAY_MS
  const from = new Date(since - BEFORE_DAYS * DAY_MS).toISOString()
  return {
    redemptions: await redemptionsFrom(ctx, from),
    services: await servicesFrom(ctx, from),
    gifts: await giftsFrom(ctx, from),
    codes: await codesFrom(ctx, new Date(since - DAY_MS).toISOString()),
    since,
  }
}

// A death that is known to the month or year says no day after which something may not be.
const diedOn = sql`case when p.status = 'deceased' and length(p.died_on::text) = 10 then p.died_on::text end as "diedOn"`
const millisecondsOf = (instant: ReturnType<typeof sql>) => sql`floor(extract(epoch from ${instant}) * 1000)::float8`

async function redemptionsFrom(ctx: Ctx, from: string): Promise<RedemptionTrace[]> {
  const { rows } = await sql<RedemptionTrace>`
    select r.id, r.person_id as "personId", r.partner_id as "partnerId", b.kind as "partnerKind", r.points, r.status,
           r.on_behalf as "onBehalf", r.reserved_by as by, r.handed_over_by as "handedBy", ${millisecondsOf(sql`r.reserved_at`)} as at,
           ${millisecondsOf(sql`r.handed_over_at`)} as "handedAt", ${diedOn}
      from bank_redemption r
      join bank_partner b on b.county = r.county and b.id = r.partner_id
      join person p on p.county = r.county and p.id = r.person_id
     where r.county = ${ctx.actor.county} and r.status <> 'reversed' and r.reserved_at >= ${from} and r.reserved_at <= ${ctx.now.toISOString()}
     order by r.reserved_at, r.id`.execute(ctx.db)
  return rows
}

async function servicesFrom(ctx: Ctx, from: string): Promise<ServiceTrace[]> {
  const { rows } = await sql<ServiceTrace>`
    select s.id, s.person_id as "personId", s.minutes, ${millisecondsOf(sql`lower(s.during)`)} as at, t.late_by as "lateBy",
           t.approved_by as "approvedBy",
           case when t.in_way in ('clerk', 'word', 'late') and t.out_way in ('clerk', 'word', 'late') and s.confirmed_way = 'clerk'
                 and t.in_by = s.confirmed_by and t.out_by = s.confirmed_by then s.confirmed_by end as "wordOf", ${diedOn}
      from service_record s
      join shift_turn t on t.county = s.county and t.id = s.turn_id
      join person p on p.county = s.county and p.id = s.person_id
     where s.county = ${ctx.actor.county} and s.reversed_at is null and lower(s.during) >= ${from} and lower(s.during) <= ${ctx.now.toISOString()}
     order by lower(s.during), s.id`.execute(ctx.db)
  return rows
}

async function giftsFrom(ctx: Ctx, from: string): Promise<GiftTrace[]> {
  const { rows } = await sql<GiftTrace>`
    select id, giver_id as "personId", taker_id as "takerId", points, ${millisecondsOf(sql`given_at`)} as at
      from bank_gift g
     where county = ${ctx.actor.county} and kind = 'gift' and given_at >= ${from} and given_at <= ${ctx.now.toISOString()}
       and not exists (select from bank_gift_undo u where u.county = g.county and u.gift_id = g.id)
     order by given_at, id`.execute(ctx.db)
  return rows
}

async function codesFrom(ctx: Ctx, from: string): Promise<CodeTrace[]> {
  const { rows } = await sql<CodeTrace>`
    select id, partner_id as "partnerId", ${millisecondsOf(sql`tried_at`)} as at from bank_code_try
     where county = ${ctx.actor.county} and tried_at >= ${from} and tried_at <= ${ctx.now.toISOString()}
     order by tried_at, id`.execute(ctx.db)
  return rows
}
