import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isOneself } from '#platform/oneself.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from '../contract.ts'
import { placesOf } from '../policy.ts'
import { stateOf } from '../rules.ts'
import * as no from '../words.ts'

type Doors = typeof contract
type Question = Output<Doors['readNotice']>['questions'][number]

/** The notice an act is about, locked. */
export async function lockNotice(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('bank_notice')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where(placesOf(ctx.actor, 'bank_notice'))
    .forNoKeyUpdate()
    .executeTakeFirst()
  ensure(row, notFound)
  return { ...row, state: stateOf({ untilOn: row.until_on, withdrawnOn: row.withdrawn_on }, officeDay(ctx.now)) }
}

/** It stays to be read, with the reason, beside what takes its place. */
export async function takeDown(ctx: Ctx, id: string, reason: string): Promise<void> {
  await ctx.db
    .updateTable('bank_notice')
    .set({ withdrawn_on: officeDay(ctx.now), withdrawn_by: ctx.actor.accountId, reason })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'notices.withdrawn', data: { id } })
}

/** Anybody may object, also without a name, by telephone or at the desk; what is said is written down as it is said. */
export async function askAboutNotice(
  ctx: Ctx,
  { id, raisedBy, words }: Input<Doors['askAboutNotice']>,
): Promise<{ questionId: string }> {
  const notice = await lockNotice(ctx, id)
  ensure(notice.state === 'open', no.over)
  const questionId = newId(ctx.now.getTime())
  const said = { raised_by: raisedBy, words, raised_at: ctx.now.toISOString(), entered_by: ctx.actor.accountId }
  await ctx.db
    .insertInto('bank_notice_question')
    .values({ county: ctx.actor.county, id: questionId, notice_id: id, ...said })
    .execute()
  ctx.emit({ type: 'notices.asked', data: { questionId, id } })
  return { questionId }
}

/** Upheld, the notice is withdrawn with the answer as its reason; otherwise it stays. */
export async function answerNoticeQuestion(
  ctx: Ctx,
  { id, answer, isUpheld }: Input<Doors['answerNoticeQuestion']>,
): Promise<{ ok: true }> {
  const county = ctx.actor.county
  const query = ctx.db.selectFrom('bank_notice_question').selectAll().where('county', '=', county).where('id', '=', id)
  const question = await query.forNoKeyUpdate().executeTakeFirst()
  ensure(question, notFound)
  const notice = await lockNotice(ctx, question.notice_id)
  ensure(question.answered_at === null, no.answeredBefore)
  ensure(!isOneself(ctx.actor, question.entered_by), no.ownQuestion)
  await ctx.db
    .updateTable('bank_notice_question')
    .set({ answer, is_upheld: isUpheld, answered_by: ctx.actor.accountId, answered_at: ctx.now.toISOString() })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'notices.answered', data: { questionId: id, isUpheld } })
  if (isUpheld && notice.state !== 'withdrawn') await takeDown(ctx, notice.id, answer)
  return { ok: true }
}

export async function questionsOf(ctx: Ctx, noticeId: string): Promise<Question[]> {
  const rows = await ctx.db
    .selectFrom('bank_notice_question as q')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 'q.county').onRef('a.id', '=', 'q.answered_by'))
    .select(['q.id', 'q.raised_by as raisedBy', 'q.words', 'q.raised_at as raisedAt', 'q.answer'])
    .select(['q.is_upheld as isUpheld', 'a.name as answeredBy', 'q.entered_by'])
    .where('q.county', '=', ctx.actor.county)
    .where('q.notice_id', '=', noticeId)
    .orderBy('q.raised_at')
    .execute()
  const may = ctx.actor.permissions.has('bank.manage')
  return rows.map(({ entered_by, ...row }) => ({
    ...row,
    can: { answer: may && row.answer === null && !isOneself(ctx.actor, entered_by) },
  }))
}
