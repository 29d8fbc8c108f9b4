import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { nameKeys, questionKeys } from '../../book/index.ts'
import { isPartialDate } from '../../partial-date.ts'
import { plainName } from '../names/index.ts'
import type { Face } from '../rules.ts'

/** So many bearers of one name or number are looked at; beyond, the name alone says nothing. */
const MOST = 200
const MONTH = '1931-05'

/** Who might be this person, each way through an index of its own, so that it keeps pace with typing at 200,000 people. */
export async function candidatesFor(ctx: Ctx, face: Face, exceptId?: string): Promise<string[]> {
  const ways = [...byName(face), ...byBirth(face), ...byPhone(ctx, face), ...byId(face)]
  if (!ways.length) return []
  const base = sql`p.county = ${ctx.actor.county} and p.status <> 'merged' and ${rowsOf(ctx.actor, 'p')}`
  const found = ways.map((way) => sql`(select p.id from person p where ${base} and ${way} limit ${MOST})`)
  const rows = await sql<{ id: string }>`${sql.join(found, sql` union `)}`.execute(ctx.db)
  return rows.rows.map(({ id }) => id).filter((id) => id !== exceptId)
}

type Way = RawBuilder<boolean>

/** The name as it is, in its plain form, and within former names. */
function byName({ name, formerName }: Face): Way[] {
  const names = [name, formerName ?? ''].filter((one) => [...one].length >= 2)
  if (!names.length) return []
  const spelled = [...new Set(names.flatMap((one) => [one, plainName(one)]))]
  const pairs = spelled.flatMap((one) => questionKeys(one))
  return [sql`p.name = any(${spelled}::text[])`, ...pairs.map((keys): Way => sql`p.keys @> ${keys}::text[]`)]
}

/** Everybody born in that month whose name has a character in common or sounds alike. */
function byBirth({ name, birthOn }: Face): Way[] {
  if (!birthOn || !isPartialDate(birthOn) || birthOn.length < MONTH.length) return []
  const month = birthOn.slice(0, MONTH.length)
  const sound = nameKeys(name).findLast((key) => key.startsWith('p:'))
  const keys = [...new Set([...name, ...plainName(name), ...(sound ? [sound] : [])])]
  return [
    sql`p.birth_on between (${month}::text collate "C") and (${`${month}~`}::text collate "C") and p.keys && ${keys}::text[]`,
  ]
}

function byPhone(ctx: Ctx, { phones }: Face): Way[] {
  if (!phones.length) return []
  const numbers = sql.join(phones.map(({ number }) => sql`${Buffer.from(number, 'hex')}::bytea`))
  return [
    sql`p.id in (select person_id from person_phone where county = ${ctx.actor.county} and number_index in (${numbers}))`,
  ]
}

function byId({ id }: Face): Way[] {
  return id ? [sql`p.id_index = ${Buffer.from(id, 'hex')}::bytea`] : []
}
