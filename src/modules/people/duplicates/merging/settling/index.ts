import type { Ctx } from '#platform/ctx.ts'
import { affiliationsToday, bringInStep } from '../../../affiliations/index.ts'
import {
  completenessOf,
  holdsId,
  noteChange,
  type PersonRow,
  requiredFields,
  sealedKeys,
  type sectionStates,
  valuesFrom,
} from '../../../book/index.ts'
import { loadPerson } from '../../../policy.ts'

type Lists = { phones: string; contacts: string; family: string; affiliations: string; tags: string }

/** What history tells of the lists of a record: how many there are of each, never whom or which numbers. */
export async function listsOf(ctx: Ctx, id: string): Promise<Lists> {
  const of = { county: ctx.actor.county, person_id: id }
  const count = async (table: 'person_phone' | 'person_contact' | 'family_member') => {
    const row = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where((eb) => eb.and(of))
      .executeTakeFirstOrThrow()
    return row.count
  }
  const row = await loadPerson(ctx, id)
  return {
    phones: await count('person_phone'),
    contacts: await count('person_contact'),
    family: await count('family_member'),
    affiliations: (await affiliationsToday(ctx, row)).sort().join('、'),
    tags: row.tags.join('、'),
  }
}

type Settling = {
  before: Lists
  cause: string
  tags: string[]
  status: string
  sections: (row: PersonRow) => ReturnType<typeof sectionStates>
}

/** Brings the row in step with what now hangs on it: units, home, tags, status, versions and what is missing. One line of history each. */
export async function settle(ctx: Ctx, id: string, settling: Settling): Promise<PersonRow> {
  await bringInStep(ctx, [id])
  const row = await loadPerson(ctx, id)
  const lists = { ...(await listsOf(ctx, id)), tags: settling.tags.join('、') }
  const beside = { hasPlace: row.place_code !== null, hasPhone: lists.phones !== '0', hasId: holdsId(row) }
  const after = {
    ...completenessOf(valuesFrom(row, ctx.vault, sealedKeys), beside, await requiredFields(ctx)),
    tags: settling.tags,
    status: settling.status,
    sections: JSON.stringify(settling.sections(row)),
    updated_at: ctx.now.toISOString(),
  }
  await ctx.db.updateTable('person').set(after).where('county', '=', row.county).where('id', '=', id).execute()
  for (const [key, to] of Object.entries(lists)) {
    const from = settling.before[key as keyof Lists] // the keys of one are the keys of the other
    const told = key === 'affiliations' ? 'unit' : key
    if (from !== to)
      await noteChange(ctx, row, { key: told, from: from || null, to: to || null, cause: settling.cause })
  }
  return loadPerson(ctx, id)
}
