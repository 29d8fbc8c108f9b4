import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { readDays } from '../../../affiliations/rules.ts'
import { type PersonRow, sectionStates } from '../../../book/index.ts'
import type { FieldValues } from '../../../fields/index.ts'
import type { Standing } from '../rules.ts'

type Kept = Record<string, unknown>
export type PhoneRow = Kept & { position: number; number_index: string }
export type ContactRow = Kept & { position: number; relation: string; name: string; mobile_index: string | null }
export type RelativeRow = Kept & { id: string; relation: string; name: string; linked_person_id: string | null }
export type TieRow = Kept & {
  id: string
  kind: string
  unit_id: string | null
  place_code: string | null
  address: string | null
  during: string
}
export type EventRow = Kept & { id: string; kind: string; happened_on: string | null; detail: Kept }
export type ChangeRow = Kept & { id: string; cause: string }

/** A record and everything that hangs on it, each row as the table has it: bytes as \x…, codes of places as text. */
export type Whole = {
  person: Kept & { status: string; tags: string[]; id_status: string; sections: PersonRow['sections'] }
  phones: PhoneRow[]
  contacts: ContactRow[]
  family: RelativeRow[]
  affiliations: TieRow[]
  events: EventRow[]
  changes: ChangeRow[]
}

export async function wholeRecord(ctx: Ctx, id: string): Promise<Whole> {
  const rows = (table: string, order: string) =>
    sql`(select coalesce(jsonb_agg(to_jsonb(x) order by x.${sql.ref(order)}), '[]') from ${sql.table(table)} x
          where x.county = p.county and x.person_id = p.id)`
  const found = await sql<Whole>`
    select to_jsonb(p) - 'secret' as person, ${rows('person_phone', 'position')} as phones, ${rows('person_contact', 'position')} as contacts,
           ${rows('family_member', 'id')} as family, ${rows('person_event', 'id')} as events, ${rows('person_change', 'id')} as changes,
           (select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object('place_code', x.place_code::text) order by x.id), '[]')
              from affiliation x where x.county = p.county and x.person_id = p.id) as affiliations
      from person p where p.county = ${ctx.actor.county} and p.id = ${id}::uuid`.execute(ctx.db)
  const [record] = found.rows
  if (!record) throw new Error('a locked person is gone')
  return record
}

/** What a merge did to the kept record, so that just this is taken back. */
export type Snapshot = {
  kept: Whole
  absorbed: Whole
  taken: { before: FieldValues; after: FieldValues }
  status: { before: string; after: string }
  added: { family: string[]; affiliations: string[]; events: string[]; changes: string[]; tags: string[] }
  changedLists: string[]
  filledHome: { id: string; place: string; address: string | null } | null
  /** What the kept record had no room for, or held already. */
  left: { affiliations: string[]; contacts: number }
  /** Members of other people's families who are the absorbed person. */
  relinked: string[]
  standing: Standing
}

/** Sealed for the kept person: who erases them erases what they were made of. */
export function sealSnapshot(ctx: Ctx, kept: Pick<PersonRow, 'secret'>, snapshot: Snapshot): Buffer {
  return ctx.vault.of(kept.secret).seal(JSON.stringify(snapshot))
}

export function openSnapshot(ctx: Ctx, kept: Pick<PersonRow, 'secret'>, sealed: Uint8Array): Snapshot {
  return JSON.parse(ctx.vault.of(kept.secret).open(sealed)) as Snapshot // written by sealSnapshot alone, and sealed since
}

/** The versions of the sections and the affiliations of a record: whatever is done to it changes one of them. */
export function standingOf(row: Pick<PersonRow, 'sections'>, whole: Pick<Whole, 'affiliations'>): Standing {
  const versions: Record<string, number> = {}
  for (const [key, state] of Object.entries(sectionStates(row))) versions[key] = state.version
  return { versions, ties: whole.affiliations.map(tieMark) }
}

export function tieMark(tie: TieRow): string {
  const { from, until } = readDays(tie.during)
  return [tie.id, tie.kind, tie.unit_id, tie.place_code, tie.address, from, until].join(' ')
}
