import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { House } from '../house/house.ts'
import { countiesOf, type Job } from '../house/jobs.ts'
import { isBeforeAnyVisit, rewriteTables } from './rewrite.ts'

const soonTask = 'traces.soon'
const SOON_MS = 2 * 60_000
/** What is written anew within the blink of an eye does not wait for the night. */
const SMALL_BYTES = 32 * 1024 * 1024

/** Says that something of a person is taken out in this transaction: small tables are written anew in a moment, the others in the night. */
export async function leaveTraces(ctx: Ctx): Promise<void> {
  const at = ctx.now.toISOString()
  await sql`insert into trace_left (county, left_at) values (${ctx.actor.county}, ${at})
            on conflict (county) do update set left_at = ${at}`.execute(ctx.db)
  // The other rooms hear of it after the commit and take theirs out then.
  ctx.enqueue({ task: soonTask, payload: {}, key: soonTask, at: new Date(ctx.now.getTime() + SOON_MS) })
}

const waiting = (house: House, county: number) =>
  house.act({ system: county }, { readOnly: true }, (ctx) =>
    ctx.db.selectFrom('trace_left').select(['county', 'left_at']).where('county', '=', county).executeTakeFirst(),
  )

/** What came to be left while the tables were written anew waits for the next night. */
const settle = (house: House, { county, left_at }: { county: number; left_at: string }) =>
  house.act({ system: county }, { readOnly: false }, (ctx) =>
    ctx.db.deleteFrom('trace_left').where('county', '=', county).where('left_at', '=', left_at).execute(),
  )

/** Writes the tables anew if anything was taken out of them since the last time. Answers how many tables. */
export async function clearTraces(house: House, most: 'small' | 'all'): Promise<number> {
  const all = await Promise.all((await countiesOf(house)).map((county) => waiting(house, county)))
  const left = all.filter((one) => one !== undefined)
  if (!left.length || !house.owner) return 0
  if (most === 'small') return (await rewriteTables(house.owner, SMALL_BYTES)).done
  // A row that somebody can still see from before would be carried over into the new file.
  if (!(await isBeforeAnyVisit(house.owner))) throw new Error('somebody still reads from before; tried again later')
  const { done, busy } = await rewriteTables(house.owner, null)
  if (busy.length) throw new Error(`tables in use, tried again later: ${busy.join(', ')}`)
  for (const one of left) await settle(house, one)
  return done
}

/** After the backup of the night, which reads for long. */
export const tracesJobs: Job[] = [
  {
    task: soonTask,
    run: async (house) => {
      await clearTraces(house, 'small')
    },
  },
  {
    task: 'traces.nightly',
    daily: { hour: 3, minute: 50 },
    run: async (house) => {
      await clearTraces(house, 'all')
    },
  },
]
