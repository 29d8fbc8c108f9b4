import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { PersonRow } from '../book/index.ts'
import { loadPerson } from '../policy.ts'
import { sameRecord } from './words.ts'

/** Both in the actor's scope, in the order asked for. Locked in the order of their ids, so that two who merge the same pair never block each other. */
export async function loadBoth(
  ctx: Ctx,
  ids: readonly [string, string],
  lock: boolean,
): Promise<[PersonRow, PersonRow]> {
  const [one, two] = ids
  ensure(one !== two, sameRecord)
  if (one < two) {
    const first = await loadPerson(ctx, one, lock)
    return [first, await loadPerson(ctx, two, lock)]
  }
  const last = await loadPerson(ctx, two, lock)
  return [await loadPerson(ctx, one, lock), last]
}
