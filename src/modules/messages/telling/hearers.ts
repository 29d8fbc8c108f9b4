import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { type Hearer, type Phone, phoneFor, type Way } from '../rules.ts'

export type Hearing = Hearer & { id: string; name: string; secret: Uint8Array | null; phone: string | null }

type Row = {
  id: string
  name: string
  status: string
  secret: Buffer | null
  way: Way | null
  declined: string[] | null
  phones: { label: string; number: string }[]
}

/**
 * The people a message is for, with what decides how it reaches them. Who was merged into another record is told once, as that one. Only
 * people whom the actor may see: to the office itself, everybody.
 */
export async function hearersOf(ctx: Ctx, personIds: readonly string[]): Promise<Hearing[]> {
  if (!personIds.length) return []
  const { rows } = await sql<Row>`
    select p.id, p.name, p.status, p.secret, c.way, c.declined,
           coalesce((select jsonb_agg(jsonb_build_object('label', h.label, 'number', encode(h.number_sealed, 'base64')) order by h.position)
              from person_phone h where h.county = p.county and h.person_id = p.id), '[]') as phones
      from person p left join message_choice c on c.county = p.county and c.person_id = p.id
     where p.county = ${ctx.actor.county}
       and p.id in (select coalesce(m.merged_into, m.id) from person m
                     where m.county = ${ctx.actor.county} and m.id = any(${[...new Set(personIds)]}::uuid[]))
     order by p.id`.execute(ctx.db)
  return rows.map((row) => hearingOf(ctx, row))
}

function hearingOf(ctx: Ctx, { id, name, status, secret, way, declined, phones }: Row): Hearing {
  const vault = ctx.vault.of(secret)
  const open: Phone[] = secret
    ? phones.map(({ label, number }) => ({ label, number: vault.open(Buffer.from(number, 'base64')) }))
    : []
  const wished = way ?? 'own'
  const phone = phoneFor(wished, open)
  const isErased = secret === null
  const hearer = {
    isLiving: status === 'living',
    isErased,
    way: wished,
    declined: declined ?? [],
    hasPhone: phone !== null,
  }
  return { id, name, secret, phone, ...hearer }
}
