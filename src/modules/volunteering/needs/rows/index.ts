import { type RawBuilder, sql } from 'kysely'
import { placeRange } from '#modules/places/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract } from '../contract.ts'
import { needsOf } from '../policy.ts'
import { actsFor, isOverdue, type NeedState, WAITING } from '../rules.ts'

type Line = Output<typeof contract.listNeeds>['items'][number]
export type Asked = Omit<Input<typeof contract.listNeeds>, 'offset' | 'limit'>

/** Needs of the reader's scope with the names that stand beside them. */
export function linesOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('need as n')
    .innerJoin('place as l', (on) => on.onRef('l.county', '=', 'n.county').onRef('l.code', '=', 'n.place_code'))
    .leftJoin('place as c', (on) =>
      on.onRef('c.county', '=', 'n.county').on('c.code', '=', sql<string>`n.place_code / 10000000 * 10000000`),
    )
    .leftJoin('person as p', (on) => on.onRef('p.county', '=', 'n.county').onRef('p.id', '=', 'n.person_id'))
    .leftJoin('person as h', (on) => on.onRef('h.county', '=', 'n.county').onRef('h.id', '=', 'n.helper_id'))
    .leftJoin('volunteer_team as t', (on) => on.onRef('t.county', '=', 'n.county').onRef('t.id', '=', 'n.team_id'))
    .select(['n.id', 'n.number', 'n.place_code', 'l.short as place', 'n.person_id', 'p.name', 'n.words_sealed'])
    .select([
      'n.helper_id',
      'h.name as helper',
      'n.team_id',
      't.name as team',
      'n.raised_at',
      'n.due_at',
      'n.wished_on',
    ])
    .select([sql<Line['kind']>`n.kind`.as('kind'), sql<NeedState>`n.status`.as('status')])
    .select([sql<Line['urgency']>`n.urgency`.as('urgency'), sql<Line['channel']>`n.channel`.as('channel')])
    .select(sql<Line['onBehalf']>`n.on_behalf`.as('on_behalf'))
    .select(sql<string | null>`case when c.level = 'community' then c.short end`.as('community'))
    .where('n.county', '=', ctx.actor.county)
    .where(needsOf(ctx.actor, 'n'))
}

export type NeedLineRow = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number]

export function lineOf(ctx: Ctx, row: NeedLineRow): Line {
  const { id, number, kind, urgency, status, channel, place, community, name, helper, team } = row
  const same = { id, number, kind, urgency, status, channel, place, community, name, helper, team }
  return {
    ...same,
    onBehalf: row.on_behalf,
    placeCode: row.place_code,
    personId: row.person_id,
    words: ctx.vault.open(row.words_sealed),
    helperId: row.helper_id,
    teamId: row.team_id,
    raisedAt: row.raised_at,
    dueAt: row.due_at,
    wishedOn: row.wished_on,
    isOverdue: isOverdue({ status, dueAt: row.due_at }, ctx.now),
    can: actsFor(ctx.actor.permissions, status),
  }
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The conditions of a list or a board; a name is sought among the people the reader sees. */
export function matching(ctx: Ctx, asked: Asked): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  const same = { status: asked.status, kind: asked.kind, urgency: asked.urgency, channel: asked.channel }
  for (const [column, value] of Object.entries(same)) if (value) parts.push(sql`${sql.ref(`n.${column}`)} = ${value}`)
  if (asked.personId) parts.push(sql`n.person_id = ${asked.personId}`)
  if (asked.helperId) parts.push(sql`n.helper_id = ${asked.helperId}`)
  if (asked.teamId) parts.push(sql`n.team_id = ${asked.teamId}`)
  if (asked.under) {
    const { lo, hi } = placeRange(asked.under)
    parts.push(sql`n.place_code between ${lo}::bigint and ${hi}::bigint`)
  }
  if (asked.overdue) parts.push(sql`n.due_at < ${ctx.now.toISOString()} and n.status in (${sql.join([...WAITING])})`)
  if (asked.from) parts.push(sql`n.raised_at >= (${asked.from}::date)::timestamp at time zone 'Asia/Shanghai'`)
  if (asked.to) parts.push(sql`n.raised_at < (${asked.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (asked.q)
    parts.push(sql`(n.number like ${like(asked.q)} or p.name like ${like(asked.q)} or h.name like ${like(asked.q)})`)
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

/** The steps of one need, the first first. */
export async function stepsOf(ctx: Ctx, needId: string): Promise<Output<typeof contract.readNeed>['steps']> {
  const rows = await ctx.db
    .selectFrom('need_step as s')
    .leftJoin('account as a', (on) => on.onRef('a.county', '=', 's.county').onRef('a.id', '=', 's.account_id'))
    .leftJoin('person as h', (on) => on.onRef('h.county', '=', 's.county').onRef('h.id', '=', 's.helper_id'))
    .leftJoin('volunteer_team as t', (on) => on.onRef('t.county', '=', 's.county').onRef('t.id', '=', 's.team_id'))
    .select(['s.id', 's.act', 's.at', 'a.name as by', 'h.name as helper', 't.name as team', 's.note_sealed'])
    .select(sql<NeedState>`s.to_status`.as('toStatus'))
    .where('s.county', '=', ctx.actor.county)
    .where('s.need_id', '=', needId)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return rows.map(({ note_sealed, ...row }) => ({ ...row, note: note_sealed && ctx.vault.open(note_sealed) }))
}
