import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { mask } from '#platform/present/mask.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { issuerOf } from '../../issuer/index.ts'
import { holdsPlace } from '../../policy.ts'
import { nextMonth } from '../settlement/rules.ts'
import type { contract } from './contract.ts'
import { type Drafted, draftOf, poolIn } from './drafting/index.ts'
import { readNaming, setNaming } from './naming/index.ts'
import { printed } from './paper/index.ts'
import { answerNoticeQuestion, askAboutNotice, lockNotice, questionsOf, takeDown } from './questions/index.ts'
import { countNotices, linesOf, noticesOf, type Written } from './rows/index.ts'
import {
  byCommunity,
  byPerson,
  byTeam,
  daysAfter,
  type Line,
  OPEN_DAYS,
  stateOf,
  sumsOf,
  tellsOfPool,
  toldOf,
  unnamedOf,
} from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract

/** In the console nobody is left out. */
const figuresOf = (lines: readonly Line[]) => ({
  sums: sumsOf(lines),
  communities: byCommunity(lines).map((one) => ({ ...one, few: false })),
  teams: byTeam(lines).map((one) => ({ ...one, few: false })),
  unnamed: unnamedOf(lines),
  few: false,
})

/** In the console everybody stands with their own name, named or not. */
function peopleOf(lines: readonly (Line & { whole: string })[]) {
  const whole = new Map(lines.map((line) => [line.personId, line.whole]))
  return byPerson(lines).map(({ name, ...one }) => ({
    ...one,
    name: whole.get(one.personId) ?? '',
    isNamed: name !== null,
  }))
}

type Told = Omit<Output<Doors['readPublicNotice']>, 'state' | 'people' | keyof ReturnType<typeof toldOf>>

async function readPublicNotice(
  ctx: Ctx,
  { id }: Input<Doors['readPublicNotice']>,
): Promise<Output<Doors['readPublicNotice']>> {
  const today = officeDay(ctx.now)
  const { rows } = await sql<{ told: (Told & { lines: Line[] | null }) | null }>`
    select public_bank_notice(${id}, ${today}) as told`.execute(ctx.db)
  const told = rows[0]?.told
  ensure(told, no.unknown)
  const { lines, ...head } = told
  const open = lines ?? []
  const people = byPerson(open).flatMap(({ personId: _, name, ...one }) => (name ? [{ name, ...one }] : []))
  const pool = tellsOfPool(open) ? null : head.pool
  return { ...head, state: stateOf(head, today), ...toldOf(open), pool, people }
}

async function listNotices(ctx: Ctx, asked: Input<Doors['listNotices']>): Promise<Output<Doors['listNotices']>> {
  const rows = await noticesOf(ctx, asked, asked)
  return { items: rows.map(({ issuer: _, phone: __, ...row }) => row), total: await countNotices(ctx, asked) }
}

type Asked = { month: string; placeCode: string }

async function drafted(ctx: Ctx, { month, placeCode }: Asked): Promise<Drafted[]> {
  ensure(nextMonth(`${month}-01`) <= officeDay(ctx.now), no.monthNotOver)
  ensure(holdsPlace(ctx.actor, placeCode), no.outsideArea)
  return draftOf(ctx, { month, placeCode })
}

async function draftNotice(ctx: Ctx, asked: Asked): Promise<Output<Doors['draftNotice']>> {
  const lines = await drafted(ctx, asked)
  const pool = await poolIn(ctx, asked.month)
  const standing = await ctx.db
    .selectFrom('bank_notice')
    .select('id')
    .where('county', '=', ctx.actor.county)
    .where('place_code', '=', asked.placeCode)
    .where('month', '=', `${asked.month}-01`)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return { ...figuresOf(lines), pool, people: peopleOf(lines), standing: standing?.id ?? null }
}

async function readNotice(ctx: Ctx, { id }: { id: string }): Promise<Output<Doors['readNotice']>> {
  const { row, lines } = await noticeWith(ctx, id)
  const may = (permission: string) => ctx.actor.permissions.has(permission)
  return {
    ...row,
    ...figuresOf(lines),
    people: peopleOf(lines),
    questions: await questionsOf(ctx, id),
    can: { withdraw: row.state !== 'withdrawn' && may('bank.manage'), ask: row.state === 'open' && may('bank.act') },
  }
}

async function noticeWith(ctx: Ctx, id: string) {
  const [row] = await noticesOf(ctx, { id }, { offset: 0, limit: 1 })
  ensure(row, notFound)
  const lines: Written[] = await linesOf(ctx, id)
  return { row, lines }
}

/** What the books say is published, never what somebody types. */
async function publishNotice(
  ctx: Ctx,
  { month, placeCode, phone }: Input<Doors['publishNotice']>,
): Promise<Output<Doors['publishNotice']>> {
  const lines = await drafted(ctx, { month, placeCode })
  ensure(lines.length > 0, no.nothingMoved)
  const office = await issuerOf(ctx)
  const called = phone || office.phone
  ensure(office.issuer && called, no.noIssuer)
  const county = ctx.actor.county
  const id = newId(ctx.now.getTime())
  const today = officeDay(ctx.now)
  const untilOn = daysAfter(today, OPEN_DAYS)
  const held = await poolToTell(ctx, month)
  const days = { published_on: today, published_by: ctx.actor.accountId, until_on: untilOn }
  const written = await ctx.db
    .insertInto('bank_notice')
    .values({
      county,
      id,
      place_code: placeCode,
      month: `${month}-01`,
      issuer: office.issuer,
      phone: called,
      ...days,
      ...held,
    })
    .onConflict((on) => on.columns(['county', 'place_code', 'month']).where('withdrawn_on', 'is', null).doNothing())
    .executeTakeFirst()
  ensure(written.numInsertedOrUpdatedRows === 1n, no.publishedBefore)
  await ctx.db
    .insertInto('bank_notice_line')
    .values(lines.map((line, at) => ({ county, notice_id: id, seq: at + 1, ...rowOf(line) })))
    .execute()
  ctx.emit({ type: 'notices.published', data: { id, month, people: sumsOf(lines).people } })
  return { id, untilOn }
}

/** Of the whole county, whatever place a notice is of: what one keeps to itself another does not tell. */
async function poolToTell(ctx: Ctx, month: string) {
  const lines = await draftOf(ctx, { month, placeCode: `${ctx.actor.county}0000000000000` })
  if (tellsOfPool(lines)) return { pool_in: null, pool_out: null, pool_balance: null }
  const pool = await poolIn(ctx, month)
  return { pool_in: pool.in, pool_out: pool.out, pool_balance: pool.balance }
}

function rowOf({ personId, whole, name, communityCode, teamId, minutes, earned, redeemed, donated, granted }: Drafted) {
  const who = { person_id: personId, masked_name: mask('name', whole) ?? '*', is_named: name !== null }
  return { ...who, community: communityCode, team_id: teamId, minutes, earned, redeemed, donated, granted }
}

async function withdrawNotice(ctx: Ctx, { id, reason }: Input<Doors['withdrawNotice']>): Promise<{ ok: true }> {
  const notice = await lockNotice(ctx, id)
  ensure(notice.state !== 'withdrawn', no.withdrawnBefore)
  await takeDown(ctx, id, reason)
  return { ok: true }
}

export const service: Service<Doors> = {
  readPublicNotice,
  listNotices,
  draftNotice,
  readNotice,
  publishNotice,
  withdrawNotice,
  printNotice: async (ctx, { id }) => {
    const { row, lines } = await noticeWith(ctx, id)
    ensure(row.state !== 'withdrawn', no.withdrawnBefore)
    return printed(ctx, row, lines)
  },
  askAboutNotice,
  answerNoticeQuestion,
  readNaming,
  setNaming,
}
