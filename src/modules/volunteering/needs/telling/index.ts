import { sql } from 'kysely'
import { familyAccounts } from '#modules/accounts/index.ts'
import { tell } from '#modules/messages/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Listener, SavedEvent } from '#platform/house/outbox.ts'
import { type NeedKindCode, needKinds } from '../../codes/index.ts'
import type { NeedAct } from '../rules.ts'

type Template = Parameters<typeof tell>[1]['template']
type Values = Parameters<typeof tell>[1]['values']
type Need = {
  personId: string | null
  kind: NeedKindCode
  number: string
  where: string
  helperId: string | null
  helper: string | null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Why somebody who was to help need not; of other acts they hear otherwise. */
const OFF: Partial<Record<NeedAct, { zh: string; en: string }>> = {
  withdraw: { zh: '需求已撤回', en: 'the need was withdrawn' },
  release: { zh: '社区另行安排', en: 'the community arranges it otherwise' },
  match: { zh: '已改由他人帮助', en: 'somebody else helps' },
}

/** Who asked, who looks after their affairs, and who is to help hear how it stands with a need; each by the way they chose. */
const tellOfNeeds: Listener = {
  name: 'needs.tell',
  hears: 'needs.moved',
  hear: async (ctx, event) => {
    const need = await needOf(ctx, textOf(event.data['id']))
    if (!need) return
    const act = textOf(event.data['act']) as NeedAct // takeSteps writes nothing else
    await tellFormer(ctx, event, { act, need })
    if (act === 'match' && need.helper) {
      if (need.helperId) await say(ctx, event, { people: [need.helperId], template: 'need.assigned', need })
      await sayToAsker(ctx, event, { template: 'need.matched', need, more: { helper: need.helper } })
    }
    if (act === 'release') await sayToAsker(ctx, event, { template: 'need.again', need })
    if (act === 'serve') {
      await sayToAsker(ctx, event, { template: 'need.done', need })
      const people = await helpersOf(ctx, textOf(event.data['id']))
      await say(ctx, event, { people, template: 'need.thanks', need })
    }
  },
}

/** Who was sent before this step and is not any more. A place in a shift is taken back by the calendar, which tells of it itself. */
async function tellFormer(ctx: Ctx, event: SavedEvent, { act, need }: { act: NeedAct; need: Need }): Promise<void> {
  const former = textOf(event.data['helperId'])
  const reason = OFF[act]
  const isOff = former && reason && !(act === 'match' && former === need.helperId)
  if (isOff) await say(ctx, event, { people: [former], template: 'need.off', need, more: { reason } })
}

async function needOf(ctx: Ctx, id: string): Promise<Need | undefined> {
  const { rows } = await sql<Need>`
    select n.person_id as "personId", n.kind, n.number, c.short as where, n.helper_id as "helperId", coalesce(t.name, p.name) as helper
      from need n
      join place c on c.county = n.county and c.code = n.place_code
      left join volunteer_team t on t.county = n.county and t.id = n.team_id
      left join person p on p.county = n.county and p.id = n.helper_id
     where n.county = ${ctx.actor.county} and n.id = ${id}`.execute(ctx.db)
  return rows[0]
}

/** Who was sent, and whose service for it is confirmed. */
async function helpersOf(ctx: Ctx, needId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select n.helper_id as id from need n where n.county = ${ctx.actor.county} and n.id = ${needId} and n.helper_id is not null
    union select r.person_id from service_record r where r.county = ${ctx.actor.county} and r.need_id = ${needId} and r.reversed_at is null`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

type Turn = {
  needId: string
  title: string
  helperId: string
  helper: string
  when: string
  whenEn: string
  where: string
}

/** Of a turn that serves a need and has not begun. */
async function turnOf(
  ctx: Ctx,
  { shiftId, personId }: { shiftId: string; personId: string },
): Promise<Turn | undefined> {
  const { rows } = await sql<Turn>`
    select s.need_id as "needId", g.title, p.id as "helperId", p.name as helper, coalesce(nullif(g.address, ''), c.short) as where,
           to_char(lower(g.during) at time zone 'Asia/Shanghai', 'FMMM"月"FMDD"日"HH24:MI') as when,
           to_char(lower(g.during) at time zone 'Asia/Shanghai', 'FMDD Mon, HH24:MI') as "whenEn"
      from shift s
      join gathering g on g.county = s.county and g.id = s.gathering_id
      join place c on c.county = g.county and c.code = g.place_code
      join person p on p.county = s.county and p.id = ${personId}
     where s.county = ${ctx.actor.county} and s.id = ${shiftId} and s.need_id is not null and g.status = 'planned'
       and lower(g.during) > ${ctx.now.toISOString()}`.execute(ctx.db)
  return rows[0]
}

type TurnTold = { shiftId?: string; personId: string; toHelper: Template | null; toAsker: Template }

async function tellOfTurn(ctx: Ctx, event: SavedEvent, told: TurnTold): Promise<void> {
  const { shiftId = textOf(event.data['shiftId']), personId, toHelper, toAsker } = told
  const turn = await turnOf(ctx, { shiftId, personId })
  const need = turn && (await needOf(ctx, turn.needId))
  if (!need) return
  const { title, helper, where } = turn
  const more = { title, helper, where, when: { zh: turn.when, en: turn.whenEn } }
  if (toHelper) await say(ctx, event, { people: [personId], template: toHelper, need, more })
  await sayToAsker(ctx, event, { template: toAsker, need, more })
}

const tellOfClaims: Listener = {
  name: 'needs.tell_of_claims',
  hears: 'shifts.claimed',
  hear: async (ctx, event) => {
    const personId = textOf(event.data['personId'])
    if (event.data['status'] === 'claimed')
      await tellOfTurn(ctx, event, { personId, toHelper: 'need.claimed', toAsker: 'need.expected' })
  },
}

/** Who hands a turn on agreed to it themselves. */
const tellOfSwaps: Listener = {
  name: 'needs.tell_of_swaps',
  hears: 'shifts.swapped',
  hear: (ctx, event) =>
    tellOfTurn(ctx, event, {
      personId: textOf(event.data['to']),
      toHelper: 'need.claimed',
      toAsker: 'need.expected',
    }),
}

const tellOfTurnsGivenUp: Listener = {
  name: 'needs.tell_of_turns_given_up',
  hears: 'shifts.given_up',
  hear: (ctx, event) =>
    tellOfTurn(ctx, event, { personId: textOf(event.data['personId']), toHelper: null, toAsker: 'need.again' }),
}

/** The helper hears of it as everybody who holds a turn; who waits for them hears the new time, of a series the first. */
const tellOfMovedShifts: Listener = {
  name: 'needs.tell_of_moved_shifts',
  hears: 'shifts.changed',
  hear: async (ctx, event) => {
    const { what, together } = event.data
    if (!Array.isArray(what) || !what.includes('time') || !Array.isArray(together)) return
    const { rows } = await sql<{ shiftId: string; personId: string }>`
      select t.shift_id as "shiftId", t.person_id as "personId"
        from shift s join shift_turn t on t.county = s.county and t.shift_id = s.id and t.status = 'claimed'
       where s.county = ${ctx.actor.county} and s.gathering_id = any(${together}::uuid[]) and s.need_id is not null
       order by lower(t.during), t.id`.execute(ctx.db)
    for (const turn of rows) await tellOfTurn(ctx, event, { ...turn, toHelper: null, toAsker: 'need.expected' })
  },
}

/** Moved to an hour at which the helper serves elsewhere. */
const tellOfReleasedTurns: Listener = {
  name: 'needs.tell_of_released_turns',
  hears: 'shifts.released',
  hear: async (ctx, event) => {
    const personId = textOf(event.data['personId'])
    if (event.data['hadPlace'] === true)
      await tellOfTurn(ctx, event, { personId, toHelper: null, toAsker: 'need.again' })
  },
}

type Said = { template: Template; need: Need; more?: Values }

async function say(
  ctx: Ctx,
  event: SavedEvent,
  said: Said & { people?: string[]; accounts?: string[] },
): Promise<void> {
  const { people = [], accounts = [], template, need, more } = said
  const { zh, en } = needKinds[need.kind]
  const values = { title: { zh, en }, number: need.number, where: need.where, ...more }
  await tell(ctx, { personIds: people, accountIds: accounts, template, values, key: `${template}:${event.id}` })
}

async function sayToAsker(ctx: Ctx, event: SavedEvent, said: Said): Promise<void> {
  const { personId } = said.need
  if (personId) await say(ctx, event, { people: [personId], accounts: await familyAccounts(ctx, personId), ...said })
}

export const needsTell = [
  tellOfNeeds,
  tellOfClaims,
  tellOfSwaps,
  tellOfTurnsGivenUp,
  tellOfMovedShifts,
  tellOfReleasedTurns,
]
