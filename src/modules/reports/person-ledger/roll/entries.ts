import { sql } from 'kysely'
import { ageOf } from '#modules/people/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Cut, Entry } from '../contract.ts'
import { cutSql, keySql } from './cut-sql.ts'

type Row = Omit<Entry, 'age' | 'phone' | 'remark'> & {
  key: string
  phone: Uint8Array | null
  remark: Uint8Array | null
  secret: Uint8Array | null
}
type Line = { key: string; entry: Entry }
type Piece = { key?: string; offset: number; limit: number }

/** By group; 离休 first, then by rank and age. Telephones are opened here and cut by the contract's classes before anybody reads them. */
export async function linesOf(ctx: Ctx, cut: Cut, piece: Piece): Promise<Line[]> {
  const { county } = ctx.actor
  const key = keySql[cut.groupBy]
  const inGroup = piece.key === undefined ? sql`true` : sql`coalesce(${key}, '') = ${piece.key}`
  const found = await sql<Row>`
    with page as materialized (
      select p.*, coalesce(${key}, '') as key,
             row_number() over (partition by ${key} order by p.kind = 'lixiu' desc nulls last, p.rank nulls last, p.birth_on nulls last, p.id)::int as no
        from person_published p
       where ${cutSql(ctx, cut)} and ${inGroup}
       order by key, no offset ${piece.offset} limit ${piece.limit}
    )
    select page.key, page.no, page.id, page.name, page.gender, page.birth_on as "birthOn", page.kind, page.political,
           page.party_joined_on as "partyJoinedOn", page.education, u.name as unit, page.post, page.rank,
           page.rank_treatment as "rankTreatment", page.work_started_on as "workStartedOn", page.retired_on as "retiredOn",
           s.short as street, c.short as community, page.phone_sealed as phone, page.living_flags as "livingFlags",
           page.health, page.remark_sealed as remark, page.secret
      from page
      left join unit_published u on u.county = ${county} and u.id = page.unit_id
      left join place_published c on c.county = ${county} and c.level = 'community' and c.code = page.place_code / 10000000 * 10000000
      left join place_published s on s.county = ${county} and s.level = 'street' and s.code = page.place_code / 10000000000 * 10000000000
     order by page.key, page.no`.execute(ctx.db)
  const day = officeDay(ctx.now)
  return found.rows.map(({ key: group, phone, remark, secret, ...row }) => ({
    key: group,
    entry: { ...row, age: ageOf(row.birthOn, day), ...opened(ctx.vault.of(secret), { phone, remark }) },
  }))
}

type Sealed = { phone: Uint8Array | null; remark: Uint8Array | null }

function opened(own: Vault, { phone, remark }: Sealed): Pick<Entry, 'phone' | 'remark'> {
  return { phone: phone && own.open(phone), remark: remark && own.open(remark) }
}
