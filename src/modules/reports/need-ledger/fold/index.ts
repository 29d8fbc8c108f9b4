import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { NeedKindCode } from '#modules/volunteering/codes/index.ts'
import { needsOf } from '#modules/volunteering/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Entry } from '../contract.ts'
import { type Life, monthOf } from '../rules.ts'

/** A need with the life the book counts by. */
export type Lived = Life & { id: string; kind: NeedKindCode; street: string; streetName: string }

const DAY = (column: string) => sql.raw(`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`)

function within(place: string | undefined) {
  if (!place) return sql`true`
  const { lo, hi } = placeRange(place)
  return sql`n.place_code between ${lo}::bigint and ${hi}::bigint`
}

/** Every need of the reader's area, by days of the office. The last day with nobody found is the first helper's. */
export async function livesOf(ctx: Ctx, place: string | undefined): Promise<Lived[]> {
  const { rows } = await sql<Lived>`
    select n.id, n.kind, n.status, ${DAY('n.raised_at')} as "raisedOn", ${DAY('n.ended_at')} as "endedOn", ${DAY('n.due_at')} as "dueOn",
           (select min(${DAY('s.at')}) from need_step_published s
             where s.county = n.county and s.need_id = n.id and s.to_status = 'in_service') as "helpedOn",
           (n.place_code / 10000000000 * 10000000000)::text as street,
           (select short from place_published p where p.county = n.county and p.code = n.place_code / 10000000000 * 10000000000) as "streetName"
      from need_published n
     where n.county = ${ctx.actor.county} and ${within(place)} and ${needsOf(ctx.actor, 'n')}`.execute(ctx.db)
  return rows
}

type Row = Omit<Entry, 'words'> & { words_sealed: Buffer }

/** The entries themselves as they stood at the end of a month, in the order of their numbers. */
export async function entriesOf(ctx: Ctx, month: string, ids: readonly string[]): Promise<Entry[]> {
  const { until } = monthOf(month)
  const { rows } = await sql<Row>`
    select n.id, n.number, ${DAY('n.raised_at')} as "raisedOn", n.person_id as "personId", p.name, c.short as community, n.kind,
           n.words_sealed, coalesce(h.name, t.name) as helper,
           case when n.ended_at < e.at then ${DAY('n.ended_at')} end as "endedOn",
           (select s.to_status from need_step_published s where s.county = n.county and s.need_id = n.id and s.at < e.at
             order by s.at desc, s.id desc limit 1) as status
      from need_published n
      cross join (select (${until}::date)::timestamp at time zone 'Asia/Shanghai' as at) e
      left join person_published p on p.county = n.county and p.id = n.person_id
      left join person_published h on h.county = n.county and h.id = n.helper_id
      left join volunteer_team_published t on t.county = n.county and t.id = n.team_id
      left join place_published c on c.county = n.county and c.code = n.place_code / 10000000 * 10000000
     where n.county = ${ctx.actor.county} and n.id = any (${ids}::uuid[])
     order by n.number`.execute(ctx.db)
  return rows.map(({ words_sealed, ...row }) => ({ ...row, words: ctx.vault.open(words_sealed) }))
}
