import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { candidatesAmongAll, candidatesFor } from '../candidates/index.ts'
import type { contract } from '../contract.ts'
import { facesOf } from '../faces/index.ts'
import { dropStale, type Found, inOrder, keepPairs, worthShowing } from '../pairs/index.ts'
import { searchRunning } from '../words.ts'

// Any constant of our own: with the county's number it names the one search that may run there.
const SEARCH_LOCK = 371_425

/** Looks through everybody of the actor's scope. Judgements stay; open pairs that nothing suggests any more are forgotten. */
export async function searchDuplicates(
  ctx: Ctx,
  _input: Input<typeof contract.searchDuplicates>,
): Promise<Output<typeof contract.searchDuplicates>> {
  ensure(await isFree(ctx), searchRunning)
  const found: Found[] = []
  for await (const page of candidatesAmongAll(ctx)) {
    const faces = await facesOf(ctx, [...new Set(page.flatMap(({ first, second }) => [first, second]))])
    found.push(...worthShowing(page, faces))
  }
  const fresh = await keepPairs(ctx, found)
  await dropStale(ctx, found)
  return { found: await openAmong(ctx, found), fresh }
}

/** After a roster came in: a search that is running may not have seen its last rows, so this one waits for its turn. */
export async function searchInTurn(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEARCH_LOCK}, ${ctx.actor.county})`.execute(ctx.db)
  await searchDuplicates(ctx, {})
}

async function isFree(ctx: Ctx): Promise<boolean> {
  const locked = await sql<{
    is: boolean
  }>`select pg_try_advisory_xact_lock(${SEARCH_LOCK}, ${ctx.actor.county}) as is`.execute(ctx.db)
  return locked.rows[0]?.is === true
}

async function openAmong(ctx: Ctx, found: readonly Found[]): Promise<number> {
  const open = await sql<{ open: number }>`
    select count(*)::int as open
      from unnest(${found.map(({ first }) => first)}::uuid[], ${found.map(({ second }) => second)}::uuid[]) f (first, second)
      join duplicate_pair d on d.county = ${ctx.actor.county} and d.first_id = f.first and d.second_id = f.second and d.status = 'open'`.execute(
    ctx.db,
  )
  return open.rows[0]?.open ?? 0
}

export async function lookAgain(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const found: Found[] = []
  for (const [id, face] of await facesOf(ctx, ids)) {
    const others = await candidatesFor(ctx, face, id)
    const faces = await facesOf(ctx, others)
    faces.set(id, face)
    found.push(
      ...worthShowing(
        others.map((other) => inOrder(id, other)),
        faces,
      ),
    )
  }
  const once = [...new Map(found.map((pair) => [pair.first + pair.second, pair])).values()]
  await keepPairs(ctx, once)
  await dropStale(ctx, once, ids)
}
