import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

export type Succession = {
  from: readonly string[]
  into: string
  on: string
  cause: 'merged' | 'closed' | 'split'
  /** Said in the affiliations, so that each person's history tells why: 并入县经信局. */
  note: string
  people?: readonly string[]
}

/** Open affiliations go on at the successor from the day; what is there already is not doubled. The caller holds the locks and has all people in scope. Returns how many. */
export async function follow(ctx: Ctx, succession: Succession): Promise<number> {
  const ids = await lockAffiliations(ctx, succession)
  await continueAtSuccessor(ctx, succession, ids)
  await endAtOrigin(ctx, succession, ids)
  const people = await moveStanding(ctx, succession)
  await recordPersonEvents(ctx, succession, people)
  return people.length
}

const only = (people: readonly string[] | undefined, column: RawBuilder<unknown>) =>
  people ? sql`and ${column} = any(${people}::uuid[])` : sql``

async function lockAffiliations(ctx: Ctx, { from, on, people }: Succession): Promise<string[]> {
  const open = await sql<{ id: string }>`
    select id from affiliation
     where county = ${ctx.actor.county} and unit_id = any(${from}::uuid[])
       and (upper_inf(during) or upper(during) > ${on}::date) ${only(people, sql`person_id`)}
     order by id for update`.execute(ctx.db)
  return open.rows.map((row) => row.id)
}

/** What had begun by that day goes on at the successor: one affiliation for each person and kind, as long as the longest. */
async function continueAtSuccessor(ctx: Ctx, { into, on, note }: Succession, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const { actor, now } = ctx
  const fresh = ids.map(() => newId(now.getTime()))
  await sql`
    insert into affiliation (county, id, person_id, kind, unit_id, during, note, source, added_by, added_at)
    select ${actor.county}::int, (${fresh}::uuid[])[row_number() over ()], a.person_id, a.kind, ${into}::uuid,
           daterange(${on}::date, upper(a.during)), ${note}, '单位变更', ${actor.accountId}::uuid, ${now.toISOString()}::timestamptz
      from (select distinct on (person_id, kind) * from affiliation
             where county = ${actor.county} and id = any(${ids}::uuid[]) and (lower_inf(during) or lower(during) < ${on}::date)
             order by person_id, kind, upper(during) desc nulls first) a
     where not exists (select from affiliation b
             where b.county = a.county and b.person_id = a.person_id and b.kind = a.kind and b.unit_id = ${into}::uuid
               and b.during && daterange(${on}::date, upper(a.during)))`.execute(ctx.db)
}

/** An affiliation that was to begin only later never stood at the old unit: it names the successor from its own first day. */
async function endAtOrigin(ctx: Ctx, { into, on, note }: Succession, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const { actor, now } = ctx
  await sql`
    update affiliation set
      note = concat_ws('；', nullif(note, ''), ${note}::text),
      unit_id = case when lower(during) >= ${on}::date then ${into}::uuid else unit_id end,
      ended_by = case when lower(during) >= ${on}::date then ended_by else ${actor.accountId}::uuid end,
      ended_at = case when lower(during) >= ${on}::date then ended_at else ${now.toISOString()}::timestamptz end,
      during = case when lower(during) >= ${on}::date then during else daterange(lower(during), ${on}::date) end
    where county = ${actor.county} and id = any(${ids}::uuid[])`.execute(ctx.db)
}

async function moveStanding(ctx: Ctx, { from, into, people }: Succession): Promise<string[]> {
  const moved = await sql<{ id: string }>`
    update person p set
      unit_id = case when p.unit_id = any(${from}::uuid[]) then ${into}::uuid else p.unit_id end,
      managing_unit_id = case when p.managing_unit_id = any(${from}::uuid[]) then ${into}::uuid else p.managing_unit_id end,
      unit_ids = array(select distinct case when u = any(${from}::uuid[]) then ${into}::uuid else u end from unnest(p.unit_ids) u),
      updated_at = ${ctx.now.toISOString()}::timestamptz
    where p.county = ${ctx.actor.county}
      and (p.unit_ids && ${from}::uuid[] or p.unit_id = any(${from}::uuid[]) or p.managing_unit_id = any(${from}::uuid[]))
      ${only(people, sql`p.id`)}
    returning p.id`.execute(ctx.db)
  return moved.rows.map((row) => row.id)
}

async function recordPersonEvents(
  ctx: Ctx,
  { from, into, on, cause, note }: Succession,
  people: readonly string[],
): Promise<void> {
  if (!people.length) return
  const { actor, now } = ctx
  const detail = JSON.stringify({ from, to: into, cause, note })
  await sql`
    insert into person_event (county, id, person_id, kind, happened_on, detail, account_id, at)
    select ${actor.county}::int, e.id, e.person_id, 'unit_changed', ${on}, ${detail}::jsonb, ${actor.accountId}::uuid, ${now.toISOString()}::timestamptz
      from unnest(${people.map(() => newId(now.getTime()))}::uuid[], ${people}::uuid[]) e (id, person_id)`.execute(
    ctx.db,
  )
}

/** Everybody the units have on their books, the dead and those who moved away too: their survivors and papers are duties as well. */
export async function peopleOf(ctx: Ctx, units: readonly string[]): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from person p
     where p.county = ${ctx.actor.county} and p.status <> 'merged'
       and (p.unit_ids && ${units}::uuid[] or p.unit_id = any(${units}::uuid[]) or p.managing_unit_id = any(${units}::uuid[]))`.execute(
    ctx.db,
  )
  return rows[0]?.people ?? 0
}
