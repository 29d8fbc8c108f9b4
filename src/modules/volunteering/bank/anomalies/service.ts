import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { completed, type Limits, USUAL_LIMITS } from './finding/index.ts'
import { look } from './looking/index.ts'
import { isParty, seenBy } from './policy.ts'
import { findingOf, listFindings, recordsOf, stepsOf } from './rows/index.ts'
import { ensureDone } from './steps/index.ts'
import * as no from './words.ts'

type Doors = typeof contract

async function readFinding(ctx: Ctx, { id }: Input<Doors['readFinding']>): Promise<Output<Doors['readFinding']>> {
  const finding = await findingOf(ctx, id)
  ensure(finding, notFound)
  const isOwn = await isParty(ctx, id)
  const may = ctx.actor.permissions.has('bank.approve') && !isOwn
  return {
    ...finding,
    list: await recordsOf(ctx, id),
    steps: await stepsOf(ctx, id),
    can: { judge: may && finding.status === 'waiting', note: may && finding.status === 'wrong' },
    isOwn,
  }
}

/** One finding the actor may see, locked: of two who judge it the first counts, and a look adds nothing meanwhile. */
async function lockFinding(ctx: Ctx, id: string): Promise<{ status: string; partnerId: string | null }> {
  const { rows } = await sql<{ status: string; partnerId: string | null }>`
    select f.status, f.partner_id as "partnerId" from bank_finding f
     where f.county = ${ctx.actor.county} and f.id = ${id} and ${seenBy(ctx.actor)} for update of f`.execute(ctx.db)
  const [found] = rows
  ensure(found, notFound)
  return found
}

/** Only somebody's judgement; what follows is done by people elsewhere and noted here. */
export async function judgeFinding(
  ctx: Ctx,
  { id, isWrong, reason }: Input<Doors['judgeFinding']>,
): Promise<{ ok: true }> {
  const { status } = await lockFinding(ctx, id)
  ensure(status === 'waiting', no.judgedBefore)
  ensure(!(await isParty(ctx, id)), no.ownFinding)
  await ctx.db
    .updateTable('bank_finding')
    .set({
      status: isWrong ? 'wrong' : 'harmless',
      judged_by: ctx.actor.accountId,
      judged_at: ctx.now.toISOString(),
      reason,
    })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'bank.finding_judged', data: { id, isWrong } })
  return { ok: true }
}

export async function noteMeasure(ctx: Ctx, asked: Input<Doors['noteMeasure']>): Promise<{ ok: true }> {
  const { id, measureId, measure, words } = asked
  const finding = await lockFinding(ctx, id)
  ensure(finding.status === 'wrong', no.notWrong)
  ensure(!(await isParty(ctx, id)), no.ownFinding)
  await ensureDone(ctx, { id, measure })
  const written = { measure, words, by_account: ctx.actor.accountId, at: ctx.now.toISOString() }
  await ctx.db
    .insertInto('bank_finding_step')
    .values({ county: ctx.actor.county, id: measureId, finding_id: id, ...written })
    .onConflict((on) => on.columns(['county', 'id']).doNothing())
    .execute()
  ctx.emit({ type: 'bank.finding_measure', data: { id, measure } })
  return { ok: true }
}

async function listLimits(ctx: Ctx): Promise<Output<Doors['listLimits']>> {
  const today = officeDay(ctx.now)
  const rows = await ctx.db
    .selectFrom('bank_limit as l')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'l.county').onRef('a.id', '=', 'l.set_by'))
    .selectAll('l')
    .select('a.name')
    .where('l.county', '=', ctx.actor.county)
    .orderBy('l.from_on', 'desc')
    .execute()
  const inForce = rows.find(({ from_on }) => from_on <= today)
  const items: Output<Doors['listLimits']>['items'] = rows.map((row) => ({
    id: row.id,
    fromOn: row.from_on,
    limits: completed(row.limits as Partial<Limits>), // written by setLimits alone
    note: row.note,
    setBy: row.name,
    setAt: row.set_at,
    standing: row.from_on > today ? 'coming' : row === inForce ? 'in_force' : 'past',
  }))
  const none = { id: null, note: null, setBy: null, setAt: null }
  const standing = inForce ? ('past' as const) : ('in_force' as const)
  return {
    items: [...items, { ...none, fromOn: '2000-01-01', limits: USUAL_LIMITS, standing }],
    total: items.length + 1,
  }
}

export async function setLimits(
  ctx: Ctx,
  { fromOn, limits, note }: Input<Doors['setLimits']>,
): Promise<{ id: string }> {
  ensure(fromOn >= officeDay(ctx.now), no.limitsInThePast)
  const id = newId(ctx.now.getTime())
  const set = { limits: JSON.stringify(completed(limits)), note, set_by: ctx.actor.accountId }
  const written = await ctx.db
    .insertInto('bank_limit')
    .values({ county: ctx.actor.county, id, from_on: fromOn, ...set, set_at: ctx.now.toISOString() })
    .onConflict((on) => on.constraint('bank_limit_from').doNothing())
    .returning('id')
    .executeTakeFirst()
  ensure(written, no.limitsDaySet)
  return { id }
}

export const service: Service<Doors> = {
  listFindings,
  readFinding,
  lookForAnomalies: look,
  judgeFinding,
  noteMeasure,
  listLimits,
  setLimits,
}
