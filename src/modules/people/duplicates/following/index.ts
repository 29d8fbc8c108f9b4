import { z } from 'zod'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { hand, type Side, setRow, unlessRefused } from './moving.ts'
import { carryTie } from './settling.ts'
import type { Carried, PersonTie } from './ties.ts'

export type { PersonTie } from './ties.ts'

const about = z.object({ mergeId: z.uuid(), kept: z.uuid(), absorbed: z.uuid() })

/** What the other rooms wrote about an absorbed record goes over to the kept one, and back when the merge is undone. Tells `people.merge_followed`. */
export function mergesAreFollowed(ties: readonly PersonTie[]): Listener[] {
  return [
    {
      name: 'people.rows_of_the_merged',
      hears: 'people.merged',
      hear: async (ctx, event) => {
        const { mergeId, ...sides } = about.parse(event.data)
        const merge = await lockMerge(ctx, mergeId)
        if (!merge || merge.undone_at || merge.carried) return
        const way = { from: await sideOf(ctx, sides.absorbed), to: await sideOf(ctx, sides.kept) }
        if (!way.from.secret || !way.to.secret) return
        const carried: Carried[] = []
        for (const tie of ties) carried.push(...(await carryTie(ctx, tie, way)))
        await write(ctx, mergeId, carried)
        const ended = carried.flatMap((one) => (one.did === 'set' ? [{ table: one.table, id: one.key['id'] }] : []))
        if (ended.length) ctx.emit({ type: 'people.merge_followed', data: { mergeId, ended } })
      },
    },
    {
      name: 'people.rows_of_the_unmerged',
      hears: 'people.unmerged',
      hear: async (ctx, event) => {
        const { mergeId, ...sides } = about.parse(event.data)
        const merge = await lockMerge(ctx, mergeId)
        const way = { from: await sideOf(ctx, sides.kept), to: await sideOf(ctx, sides.absorbed) }
        if (!merge?.carried || !way.from.secret || !way.to.secret) return
        const carried = merge.carried as Carried[] // written by the listener above alone
        for (const one of carried.toReversed())
          await unlessRefused(ctx, async () => {
            // A row that somebody ended or put right since is left as they left it.
            if (one.did === 'moved') await hand(ctx, one, way)
            else await setRow(ctx, { ...one, key: { ...one.key, ...one.after }, values: one.before })
            return true
          })
        await write(ctx, mergeId, null)
      },
    },
  ]
}

const lockMerge = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('person_merge')
    .select(['undone_at', 'carried'])
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

async function sideOf(ctx: Ctx, id: string): Promise<Side> {
  const person = ctx.db.selectFrom('person').select(['id', 'secret']).where('county', '=', ctx.actor.county)
  return (await person.where('id', '=', id).forUpdate().executeTakeFirst()) ?? { id, secret: null }
}

async function write(ctx: Ctx, id: string, carried: readonly Carried[] | null): Promise<void> {
  await ctx.db
    .updateTable('person_merge')
    .set({ carried: carried && JSON.stringify(carried) })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
}
