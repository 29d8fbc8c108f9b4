import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { countiesOf, type Job } from '#platform/house/jobs.ts'
import { Refusal, signedOut } from '#platform/refuse.ts'
import type { List } from './contract.ts'
import { makeList } from './making/index.ts'
import { HOURS_TO_FETCH, mayTake } from './rules.ts'

type Paper = { name: string; bytes: Uint8Array; people: number; ids: string[] }
type Order = { purpose: string; isWhole: boolean; question: unknown }

/** As the one who asked: their rows, classes, watermark. `make` is not called where they have lost the right meanwhile. Begun twice it is made once. */
export async function fillExport(
  house: House,
  payload: Record<string, unknown>,
  make: (ctx: Ctx, order: Order) => Promise<Paper>,
): Promise<void> {
  const [county, account, id] = [Number(payload.county), String(payload.account), String(payload.export)]
  const fill = async (ctx: Ctx) => {
    const row = await ctx.db
      .selectFrom('people_export')
      .select(['paper', 'purpose', 'is_whole', 'question'])
      .where('county', '=', county)
      .where('id', '=', id)
      .where('status', '=', 'making')
      .forUpdate()
      .executeTakeFirst()
    if (!row) return true
    if (!mayTake(row.paper, ctx.actor)) return false
    const paper = await make(ctx, { purpose: row.purpose, isWhole: row.is_whole, question: row.question })
    await ctx.db
      .updateTable('people_export')
      .set({
        status: 'ready',
        people: paper.people,
        file_name: paper.name,
        content_sealed: ctx.vault.sealBytes(paper.bytes),
        person_ids: paper.ids,
        made_at: ctx.now.toISOString(),
      })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
    return true
  }
  const isMade = await house.act({ account, county }, { readOnly: false }, fill).catch(orGone)
  if (!isMade) await house.act({ system: county }, { readOnly: false }, (ctx) => fail(ctx, id))
}

/** An account that was closed meanwhile opens nothing any more. */
function orGone(error: unknown): false {
  if (error instanceof Refusal && error.code === signedOut.code) return false
  throw error
}

async function fail(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('people_export')
    .set({ status: 'failed' })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('status', '=', 'making')
    .execute()
}

const makeListJob: Job = {
  task: 'people.make_export',
  run: (house, payload) =>
    fillExport(
      house,
      payload,
      (ctx, { purpose, isWhole, question }) => makeList(ctx, question as List, { purpose, isWhole }), // requestExport wrote what its contract read
    ),
}

/** What nobody fetched in time is destroyed, not only refused. */
const forgetJob: Job = {
  task: 'people.forget_exports',
  daily: { hour: 2, minute: 40 },
  run: async (house) => {
    for (const county of await countiesOf(house))
      await house.act({ system: county }, { readOnly: false }, forgetExports)
  },
}

export async function forgetExports(ctx: Ctx): Promise<void> {
  const tooOld = new Date(ctx.now.getTime() - HOURS_TO_FETCH * 3_600_000).toISOString()
  await ctx.db
    .updateTable('people_export')
    .set({ status: 'expired', content_sealed: null, person_ids: null })
    .where('county', '=', ctx.actor.county)
    .where('status', 'in', ['ready', 'making'])
    .where('decided_at', '<=', tooOld)
    .execute()
}

export const exportJobs: readonly Job[] = [makeListJob, forgetJob]
