import { sql } from 'kysely'
import { holdsIdNumber } from '#modules/people/codes/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { needStates } from '../codes/index.ts'
import { holdsPlace } from '../policy.ts'
import { helpersOf } from './assigning/index.ts'
import type { contract } from './contract.ts'
import { lockNeed } from './policy.ts'
import { raiseNeed } from './raising/index.ts'
import { lineOf, linesOf, matching, stepsOf } from './rows/index.ts'
import { dueAfter, ENDS, type NeedAct, type NeedState } from './rules.ts'
import { takeStep } from './steps/index.ts'
import * as no from './words.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>

const count = sql<number>`count(*)::int`

/** Who waits longest beyond their time comes first; what has ended, the latest first. */
const byUrgency = sql`case when n.ended_at is null then n.due_at end, n.ended_at desc, n.id`

async function listNeeds(ctx: Ctx, { offset, limit, ...asked }: In<'listNeeds'>): Out<'listNeeds'> {
  const found = linesOf(ctx).where(matching(ctx, asked))
  const { total } = await found.clearSelect().select(count.as('total')).executeTakeFirstOrThrow()
  const rows = await found.orderBy(sql`n.raised_at desc`).orderBy('n.id').offset(offset).limit(limit).execute()
  return { items: rows.map((row) => lineOf(ctx, row)), total }
}

async function readNeedsBoard(ctx: Ctx, { most, ...asked }: In<'readNeedsBoard'>): Out<'readNeedsBoard'> {
  const overdue = sql<number>`count(*) filter (where ${matching(ctx, { overdue: true })})::int`
  const counted = await linesOf(ctx)
    .clearSelect()
    .select([sql<NeedState>`n.status`.as('status'), count.as('total'), overdue.as('overdue')])
    .where(matching(ctx, asked))
    .groupBy('n.status')
    .execute()
  const states = Object.keys(needStates) as NeedState[] // the keys of a closed record
  const columns: Awaited<Out<'readNeedsBoard'>>['columns'] = []
  for (const status of states.filter((one) => !asked.status || asked.status === one)) {
    const found = counted.find((one) => one.status === status)
    const rows = found
      ? await linesOf(ctx)
          .where(matching(ctx, { ...asked, status }))
          .orderBy(byUrgency)
          .limit(most)
          .execute()
      : []
    const items = rows.map((row) => lineOf(ctx, row))
    columns.push({ status, total: found?.total ?? 0, overdue: found?.overdue ?? 0, items })
  }
  return { columns }
}

async function readNeed(ctx: Ctx, { id }: In<'readNeed'>): Out<'readNeed'> {
  const row = await linesOf(ctx)
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'n.county').onRef('a.id', '=', 'n.raised_by'))
    .select(['n.version', 'n.intensity', 'n.minutes', 'n.asker_sealed', 'n.satisfaction', 'n.ended_at', 'n.shift_id'])
    .select('a.name as raised_by')
    .where('n.id', '=', id)
    .executeTakeFirst()
  ensure(row, notFound)
  const line = lineOf(ctx, row)
  return {
    ...line,
    version: row.version,
    intensity: row.intensity,
    minutes: row.minutes,
    asker: row.asker_sealed && ctx.vault.open(row.asker_sealed),
    raisedBy: row.raised_by,
    satisfaction: row.satisfaction,
    endedAt: row.ended_at,
    shiftId: row.shift_id,
    steps: await stepsOf(ctx, id),
    canChange: ctx.actor.permissions.has('volunteering.record') && !ENDS.includes(line.status),
  }
}

/** At the desk one writes down needs of the people one looks after, or of places of one's own. */
async function raiseAtDesk(ctx: Ctx, asked: In<'raiseNeed'>): Out<'raiseNeed'> {
  const { personId, placeCode } = asked
  if (personId) {
    const person = await ctx.db
      .selectFrom('person')
      .select('status')
      .where('county', '=', ctx.actor.county)
      .where('id', '=', personId)
      .where(rowsOf(ctx.actor, 'person'))
      .executeTakeFirst()
    ensure(person, notFound)
    ensure(person.status === 'living', no.notLiving)
  }
  // Somebody of theirs who lives elsewhere is helped where they live.
  ensure(!placeCode || personId || holdsPlace(ctx.actor, placeCode), no.outsideArea)
  return raiseNeed(ctx, asked)
}

async function classifyNeed(ctx: Ctx, { id, version, ...facts }: In<'classifyNeed'>): Out<'classifyNeed'> {
  const row = await lockNeed(ctx, id)
  ensure(!ENDS.includes(row.status), () => no.notNow({ status: row.status }))
  ensure(row.version === version, no.changedMeanwhile)
  ensure(!holdsIdNumber(facts.words), no.holdsId)
  ensure(facts.placeCode === row.place_code || holdsPlace(ctx.actor, facts.placeCode), no.outsideArea)
  const { kind, urgency, intensity, minutes } = facts
  const due_at = dueAfter(urgency, new Date(row.raised_at)).toISOString()
  const terms = { kind, urgency, intensity, minutes, due_at, place_code: facts.placeCode, wished_on: facts.wishedOn }
  await ctx.db
    .updateTable('need')
    .set({ ...terms, words_sealed: ctx.vault.seal(facts.words), version: version + 1 })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  return { ok: true }
}

async function matchNeed(ctx: Ctx, { id, note, ...wanted }: In<'matchNeed'>): Out<'matchNeed'> {
  const row = await lockNeed(ctx, id)
  const { changes, consent } = await helpersOf(ctx, row, wanted)
  await takeStep(ctx, row, { act: 'match', note: [consent, note].filter(Boolean).join('；') || null, changes })
  return { ok: true }
}

const NOBODY = { helper_id: null, team_id: null, shift_id: null }

/** An act that needs no more than its word; what sends a need back to matching takes it from its helper. */
function doing(act: NeedAct) {
  return async (ctx: Ctx, input: { id: string; note?: string | null; reason?: string }): Promise<{ ok: true }> => {
    const row = await lockNeed(ctx, input.id)
    const changes = act === 'release' || act === 'resume' ? NOBODY : {}
    await takeStep(ctx, row, { act, note: input.reason ?? input.note ?? null, changes })
    return { ok: true }
  }
}

async function closeNeed(ctx: Ctx, { id, note, satisfaction }: In<'closeNeed'>): Out<'closeNeed'> {
  await takeStep(ctx, await lockNeed(ctx, id), { act: 'close', note, changes: { satisfaction } })
  return { ok: true }
}

export const service: Service<Doors> = {
  listNeeds,
  readNeedsBoard,
  readNeed,
  raiseNeed: raiseAtDesk,
  classifyNeed,
  acceptNeed: doing('accept'),
  declineNeed: doing('decline'),
  withdrawNeed: doing('withdraw'),
  matchNeed,
  releaseNeed: doing('release'),
  beginNeed: doing('begin'),
  serveNeed: doing('serve'),
  resumeNeed: doing('resume'),
  closeNeed,
}
