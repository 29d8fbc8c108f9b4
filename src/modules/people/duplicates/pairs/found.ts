import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { type Face, likeness, type Weight } from '../rules.ts'

export type Found = { first: string; second: string; score: number; reasons: string[] }

/** A pair is kept once, in the order of its ids. */
export function inOrder(one: string, two: string): { first: string; second: string } {
  return one < two ? { first: one, second: two } : { first: two, second: one }
}

export function worthShowing(
  candidates: readonly { first: string; second: string }[],
  faces: ReadonlyMap<string, Face>,
): Found[] {
  return candidates.flatMap(({ first, second }) => {
    const [a, b] = [faces.get(first), faces.get(second)]
    const weight: Weight | null = a && b ? likeness(a, b) : null
    return weight?.isListed ? [{ ...inOrder(first, second), score: weight.score, reasons: weight.reasons }] : []
  })
}

const BATCH = 5000

/** What was judged keeps its judgement; an open one takes the new score. In the order of ids: two searches never wait for each other in a ring. Answers the new ones. */
export async function keepPairs(ctx: Ctx, found: readonly Found[]): Promise<number> {
  const sorted = [...found].sort((a, b) => (a.first + a.second < b.first + b.second ? -1 : 1))
  let fresh = 0
  for (let at = 0; at < sorted.length; at += BATCH) {
    const written = await sql<{ fresh: boolean }>`
      insert into duplicate_pair as d (county, first_id, second_id, score, reasons, found_at)
      select ${ctx.actor.county}::int, f.first, f.second, f.score, f.reasons, ${ctx.now.toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(sorted.slice(at, at + BATCH))}::jsonb) f (first uuid, second uuid, score smallint, reasons text[])
       order by f.first, f.second
      on conflict (county, first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons
       where d.status = 'open' and (d.score, d.reasons) is distinct from (excluded.score, excluded.reasons)
      returning d.xmax = 0 as fresh`.execute(ctx.db)
    fresh += written.rows.filter((row) => row.fresh).length
  }
  return fresh
}

/** Forgets open pairs that nothing suggests any more, among the actor's own people, and, where ids are given, only pairs of these. */
export async function dropStale(ctx: Ctx, found: readonly Found[], ids?: readonly string[]): Promise<void> {
  const among = ids ? sql`and (d.first_id = any(${ids}::uuid[]) or d.second_id = any(${ids}::uuid[]))` : sql``
  await sql`
    delete from duplicate_pair d
     where d.county = ${ctx.actor.county} and d.status = 'open' ${among}
       and exists (select from person p where p.county = d.county and p.id = d.first_id and p.status <> 'merged')
       and exists (select from person p where p.county = d.county and p.id = d.second_id and p.status <> 'merged')
       and not exists (select from unnest(${found.map(({ first }) => first)}::uuid[], ${found.map(({ second }) => second)}::uuid[]) f (first, second)
                        where f.first = d.first_id and f.second = d.second_id)`.execute(ctx.db)
}
