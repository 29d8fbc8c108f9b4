import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { Brief } from '../contract.ts'

type Row = Omit<Brief, 'birthOn' | 'phone' | 'idStatus'> & {
  birth_on: string | null
  id_status: string
  phone: Buffer | null
  secret: Buffer | null
}

/** What a list shows of people so that somebody can tell them apart; only those of the actor's scope. */
export async function briefsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Brief>> {
  if (!ids.length) return new Map()
  const found = await sql<Row>`
    select p.id, p.name, p.birth_on, p.id_status, p.status, p.secret, u.name as unit, c.short as community,
           (select h.number_sealed from person_phone h where h.county = p.county and h.person_id = p.id
             order by h.label <> '本人', h.position limit 1) as phone
      from person p
      left join unit u on u.county = p.county and u.id = p.unit_id
      left join place c on c.county = p.county and c.code = p.place_code - p.place_code % 10000000 and c.level = 'community'
     where p.county = ${ctx.actor.county} and p.id = any(${[...new Set(ids)]}::uuid[]) and ${rowsOf(ctx.actor, 'p')}`.execute(
    ctx.db,
  )
  return new Map(
    found.rows.map(({ birth_on: birthOn, id_status: idStatus, phone, secret, ...row }) => [
      row.id,
      { ...row, birthOn, idStatus, phone: phone && ctx.vault.of(secret).open(phone) },
    ]),
  )
}
