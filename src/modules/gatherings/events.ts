import { z } from 'zod'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { offerPlaces } from './sign-up/offers/index.ts'

const died = z.object({ id: z.uuid() })
const followed = z.object({ ended: z.array(z.object({ table: z.string(), id: z.unknown() })) })
const erased = z.object({ ids: z.array(z.uuid()) })

/** Who went along with somebody who is erased is nobody's business any more. 个人信息保护法 第四十七条. */
export const companionsAreForgotten: Listener = {
  name: 'gatherings.companions_of_the_erased',
  hears: 'people.erased',
  hear: async (ctx, event) => {
    await ctx.db
      .updateTable('gathering_sign_up')
      .set({ companion: '已删除' })
      .where('county', '=', ctx.actor.county)
      .where('person_id', 'in', erased.parse(event.data).ids)
      .where('companion', 'is not', null)
      .execute()
  },
}

/** Whoever died keeps no place, no offer and no card; what they attended stays theirs. */
export const placesOfTheDeadAreFree: Listener = {
  name: 'gatherings.places_of_the_dead',
  hears: 'people.died',
  hear: async (ctx, event) => {
    const { id } = died.parse(event.data)
    for (const gatheringId of await endSignUps(ctx, id)) await offerPlaces(ctx, gatheringId)
    await ctx.db
      .updateTable('person_code')
      .set({ revoked_at: ctx.now.toISOString() })
      .where('county', '=', ctx.actor.county)
      .where('person_id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
  },
}

/** Two records that turned out to be one person had two places: the one given up is offered to who waits. */
export const placesGivenUpAreOffered: Listener = {
  name: 'gatherings.places_of_the_merged',
  hears: 'people.merge_followed',
  hear: async (ctx, event) => {
    const ended = followed.parse(event.data).ended.filter(({ table }) => table === 'gathering_sign_up')
    if (!ended.length) return
    const gatherings = await ctx.db
      .selectFrom('gathering_sign_up')
      .select('gathering_id as id')
      .distinct()
      .where('county', '=', ctx.actor.county)
      .where(
        'id',
        'in',
        ended.map(({ id }) => String(id)),
      )
      .execute()
    for (const { id } of gatherings) await offerPlaces(ctx, id)
  },
}

async function endSignUps(ctx: Ctx, personId: string): Promise<string[]> {
  const { county } = ctx.actor
  const planned = ctx.db
    .selectFrom('gathering')
    .select('id')
    .where('county', '=', county)
    .where('status', '=', 'planned')
  const ended = await ctx.db
    .updateTable('gathering_sign_up')
    .set({ status: 'cancelled', offered_until: null, ended_at: ctx.now.toISOString(), ended_on_behalf: 'clerk' })
    .where('county', '=', county)
    .where('person_id', '=', personId)
    .where('status', 'not in', ['cancelled', 'declined'])
    .where('gathering_id', 'in', planned)
    .returning('gathering_id as id')
    .execute()
  return ended.map(({ id }) => id)
}
