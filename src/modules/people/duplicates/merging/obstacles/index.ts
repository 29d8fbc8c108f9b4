import type { Ctx } from '#platform/ctx.ts'
import type { PersonRow } from '../../../book/index.ts'
import { fieldOf, sectionWords } from '../../../fields/index.ts'
import type { touchedSince } from '../rules.ts'
import type { Snapshot } from '../snapshot/index.ts'
import { alsoMerged, type Obstacle, touchedWords } from '../words.ts'

type Since = {
  merge: { id: string; merged_at: string }
  since: ReturnType<typeof touchedSince>
  snapshot: Pick<Snapshot, 'added'>
}

/** What was done to the kept record after the merge: which fields, by whom, when. */
export async function obstaclesOf(ctx: Ctx, kept: PersonRow, { merge, since, snapshot }: Since): Promise<Obstacle[]> {
  const further = kept.merged_into ? [{ ...alsoMerged, by: null, at: kept.updated_at }] : []
  if (!since.sections.length && !since.isMoved) return further
  const changes = await changesSince(ctx, kept, { merge, own: snapshot.added.changes })
  const sections = since.sections.map((key) => {
    const told = changes.filter((change) => change.section === key)
    const fields = [...new Set(told.map((change) => change.field))]
    return { ...wordsOf(key, fields), by: told[0]?.by ?? null, at: told[0]?.at ?? null }
  })
  const moved = changes.find((change) => change.field === 'home' || change.field === 'unit')
  const ties = since.isMoved ? [{ ...touchedWords.affiliations, by: moved?.by ?? null, at: moved?.at ?? null }] : []
  return [...further, ...sections, ...ties]
}

async function changesSince(
  ctx: Ctx,
  kept: PersonRow,
  { merge, own }: { merge: Since['merge']; own: readonly string[] },
): Promise<{ section: string; field: string; at: string; by: string | null }[]> {
  const rows = await ctx.db
    .selectFrom('person_change as c')
    .leftJoin('account as a', (join) => join.onRef('a.county', '=', 'c.county').onRef('a.id', '=', 'c.account_id'))
    .select(['c.id', 'c.section', 'c.field', 'c.at', 'a.name as by'])
    .where('c.county', '=', kept.county)
    .where('c.person_id', '=', kept.id)
    .where('c.at', '>=', merge.merged_at)
    .where('c.cause', '<>', `merge:${merge.id}`)
    .orderBy('c.at', 'desc')
    .execute()
  return rows.filter((row) => !own.includes(row.id))
}

function wordsOf(section: string, fields: readonly string[]): { zh: string; en: string } {
  const words = { ...touchedWords, ...sectionWords }[section] ?? { zh: section, en: section }
  const named = fields.flatMap((key) => fieldOf(key) ?? [])
  if (!named.length) return words
  return {
    zh: `${words.zh}（${named.map((field) => field.zh).join('、')}）`,
    en: `${words.en} (${named.map((field) => field.en).join(', ')})`,
  }
}
