import { calendarAmong } from '#modules/gatherings/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { loadGroup } from '../policy.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract

/** Which gatherings are the group's is known here; when and where they are, the room of gatherings tells. */
async function listGroupCalendar(
  ctx: Ctx,
  { id, ...asked }: Input<Doors['listGroupCalendar']>,
): Promise<Output<Doors['listGroupCalendar']>> {
  await loadGroup(ctx, id)
  const linked = await ctx.db
    .selectFrom('group_gathering')
    .select('gathering_id as id')
    .where('county', '=', ctx.actor.county)
    .where('group_id', '=', id)
    .execute()
  return calendarAmong(
    ctx,
    asked,
    linked.map((one) => one.id),
  )
}

export const service: Service<Doors> = { listGroupCalendar }
