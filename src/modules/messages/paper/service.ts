import { sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { rowsOf } from '#platform/scope.ts'
import { openText } from '../telling/index.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type Group = Output<Doors['listToPrint']>['groups'][number]
type Row = Omit<Group['items'][number], 'text'> & {
  secret: Buffer | null
  text_sealed: Buffer
  placeCode: string | null
  place: string | null
}

const MOST = 2_000

/** Only of the living: what waited on paper for somebody who has died meanwhile is not printed. */
async function listToPrint(
  ctx: Ctx,
  { under, kind }: Input<Doors['listToPrint']>,
): Promise<Output<Doors['listToPrint']>> {
  const range = under ? placeRange(under) : null
  const { rows } = await sql<Row>`
    select m.id, m.person_id as "personId", p.name, p.address, m.kind, m.template, m.why, m.created_at as "createdAt", p.secret, m.text_sealed,
           c.code as "placeCode", c.short as place
      from message m
      join person p on p.county = m.county and p.id = m.person_id and p.status = 'living' and p.secret is not null and ${rowsOf(ctx.actor, 'p')}
      left join place c on c.county = p.county and c.code = p.place_code / 10000000 * 10000000
     where m.county = ${ctx.actor.county} and m.status = 'to_print' and m.kind = coalesce(${kind ?? null}, m.kind)
       ${range ? sql`and p.place_code between ${range.lo}::bigint and ${range.hi}::bigint` : sql``}
     order by c.code nulls last, p.name_sort, p.id, m.created_at
     limit ${MOST}`.execute(ctx.db)
  const groups = [...Map.groupBy(rows, (row) => row.placeCode)].map(
    ([placeCode, all]): Group => ({
      placeCode,
      place: all[0]?.place ?? null,
      items: all.map(({ secret, text_sealed, placeCode: _code, place: _place, ...row }) => ({
        ...row,
        text: openText(ctx, { personId: row.personId, secret }, text_sealed)?.zh ?? '',
      })),
    }),
  )
  return { groups, total: rows.length }
}

async function markPrinted(ctx: Ctx, { ids }: Input<Doors['markPrinted']>): Promise<Output<Doors['markPrinted']>> {
  const { rows } = await sql`
    update message m set status = 'printed', done_at = ${ctx.now.toISOString()}
      from person p
     where m.county = ${ctx.actor.county} and m.id = any(${ids}::uuid[]) and m.status = 'to_print'
       and p.county = m.county and p.id = m.person_id and ${rowsOf(ctx.actor, 'p')}
    returning m.id`.execute(ctx.db)
  return { printed: rows.length }
}

export const service: Service<Doors> = { listToPrint, markPrinted }
