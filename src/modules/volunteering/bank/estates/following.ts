import { z } from 'zod'
import { freezeWallets, releaseWallets } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener } from '#platform/house/outbox.ts'
import { cancelForPerson } from '../redeeming/index.ts'
import { joinWallets, partWallets } from './joining.ts'
import { askBack, lapse } from './returning.ts'

const merge = z.object({ mergeId: z.string(), kept: z.string(), absorbed: z.string() })
const about = z.object({ id: z.string() })

async function statusOf(ctx: Ctx, id: string): Promise<string | undefined> {
  const person = ctx.db.selectFrom('person').select('status').where('county', '=', ctx.actor.county)
  return (await person.where('id', '=', id).executeTakeFirst())?.status
}

/** From a death on the wallets stand still, and what waits at a counter goes back. A record of death taken back opens them again, ends what was asked for and asks heirs for what they were given. */
export const walletsFollowPeople: Listener[] = [
  {
    name: 'bank.freeze_at_death',
    hears: 'people.died',
    hear: async (ctx, event) => {
      const { id } = about.parse(event.data)
      if ((await statusOf(ctx, id)) !== 'deceased') return
      const waiting = ctx.db.selectFrom('bank_redemption').select('id').where('county', '=', ctx.actor.county)
      const rows = await waiting.where('person_id', '=', id).where('status', '=', 'reserved').execute()
      for (const row of rows) await cancelForPerson(ctx, row.id)
      await lapse(ctx, id, 'inheritance_return')
      await freezeWallets(ctx, id)
    },
  },
  {
    name: 'bank.release_at_restoring',
    hears: 'people.restored',
    hear: async (ctx, event) => {
      const { id } = about.parse(event.data)
      if ((await statusOf(ctx, id)) === 'deceased') return
      await lapse(ctx, id, 'inheritance')
      await releaseWallets(ctx, id)
      await askBack(ctx, id)
    },
  },
  {
    name: 'bank.join_at_merging',
    hears: 'people.merged',
    hear: async (ctx, event) => {
      const { mergeId, kept } = merge.parse(event.data)
      await joinWallets(ctx, kept, { kind: 'person_merge', id: mergeId })
    },
  },
  {
    name: 'bank.part_at_unmerging',
    hears: 'people.unmerged',
    hear: async (ctx, event) => {
      const parted = merge.parse(event.data)
      if ((await statusOf(ctx, parted.absorbed)) !== 'merged') await partWallets(ctx, parted)
    },
  },
]
