import { z } from 'zod'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { leaveTraces } from '#platform/traces/index.ts'
import { endOne } from './authority/index.ts'
import { closeIfIdle } from './cards/index.ts'
import { forgetName, forgetRelatives } from './forgetting/index.ts'

const erased = z.object({ ids: z.array(z.uuid()) })

/** Nobody acts for the erased, and neither name nor telephone stays with the account of one, nor of a relative who acted for nobody else. 个人信息保护法 第四十七条. */
export const accessEndsWithErasure: Listener = {
  name: 'elder_access.of_the_erased',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    for (const row of await authoritiesOver(ctx, erased.parse(event.data).ids)) {
      if (row.ended_at === null) await endOne(ctx, row.id, 'withdrawn')
      await closeIfIdle(ctx, row.account_id)
      if (row.kind === 'self') await forgetName(ctx, row.account_id, '已删除')
      else await forgetRelatives(ctx, { account: row.account_id })
    }
    await leaveTraces(ctx)
  },
}

function authoritiesOver(ctx: Ctx, people: string[]) {
  return ctx.db
    .selectFrom('own_authority')
    .select(['id', 'account_id', 'kind', 'ended_at'])
    .where('county', '=', ctx.actor.county)
    .where('person_id', 'in', people)
    .execute()
}
