import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { destroyPersonKey } from '../../../book/index.ts'
import { dropFiles } from '../../files/index.ts'
import { wipeAround } from './around.ts'
import { wipeImports } from './imports.ts'
import { marksOf } from './marks.ts'
import { blankPeople } from './people.ts'
import { wipeProofs } from './proofs.ts'

export { openRosterOf, wipeImports } from './imports.ts'
export { marksOf } from './marks.ts'

/** The record and every record merged into it, however deep: all of them are the one person. */
export async function recordsOf(ctx: Ctx, personId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive one as (
      select id from person where county = ${ctx.actor.county} and id = ${personId}::uuid
      union select p.id from person p join one on p.county = ${ctx.actor.county} and p.merged_into = one.id
    ) select id from one`.execute(ctx.db)
  return found.rows.map((row) => row.id)
}

/** The record with its secret goes last, without which nothing sealed for them opens again. What stays are rows with ids, kinds and years, of nobody. */
export async function wipe(ctx: Ctx, people: readonly string[]): Promise<void> {
  if (!people.length) return
  const marks = await marksOf(ctx, people)
  await wipeImports(ctx, people, marks)
  await wipeAround(ctx, people, marks)
  await wipeProofs(ctx, people)
  await dropFiles(ctx, people)
  for (const id of people) await destroyPersonKey(ctx, id)
  await blankPeople(ctx, people)
}
