import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { contract, List } from '../contract.ts'
import { abilitiesFor, fetchBy, stateOf } from '../rules.ts'

type Listed = Output<typeof contract.listExports>
type Item = Listed['items'][number]

/** One's own exports; for those who decide, everybody's. */
export async function listExports(ctx: Ctx, input: Input<typeof contract.listExports>): Promise<Listed> {
  const decides = ctx.actor.permissions.has('people.approve')
  let query = ctx.db
    .selectFrom('people_export as e')
    .innerJoin('account as a', (join) => join.onRef('a.county', '=', 'e.county').onRef('a.id', '=', 'e.requested_by'))
    .leftJoin('account as d', (join) => join.onRef('d.county', '=', 'e.county').onRef('d.id', '=', 'e.decided_by'))
    .where('e.county', '=', ctx.actor.county)
  if (!decides) query = query.where('e.requested_by', '=', ctx.actor.accountId)
  if (input.status) query = query.where('e.status', '=', input.status)
  const { total } = await query.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select([
      'e.id',
      'e.paper',
      'e.status',
      'e.requested_by',
      'e.requested_at',
      'e.purpose',
      'e.kind',
      'e.question',
      'e.is_whole',
    ])
    .select(['e.people', 'e.decided_at', 'e.decision_note', 'e.fetched_at', 'a.name as by', 'd.name as decided_by'])
    .orderBy('e.requested_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  const items = rows.map((row) => itemOf(ctx, row))
  return { items, total: Number(total), waitingForMe: decides ? await waitingFor(ctx) : 0 }
}

async function waitingFor(ctx: Ctx): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('people_export')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('county', '=', ctx.actor.county)
    .where('status', '=', 'waiting')
    .where('requested_by', 'not in', ctx.actor.accounts)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Row = {
  id: string
  paper: string
  status: string
  requested_by: string
  requested_at: string
  purpose: string
  kind: string
  question: unknown
  is_whole: boolean
  people: number
  decided_at: string | null
  decision_note: string | null
  fetched_at: string | null
  by: string
  decided_by: string | null
}

function itemOf(ctx: Ctx, row: Row): Item {
  const decidedAt = row.decided_at ? new Date(row.decided_at) : null
  const request = { status: row.status, paper: row.paper, requestedBy: row.requested_by, decidedAt }
  const state = stateOf(request, ctx.now)
  const list = row.question as Partial<List> // written by requestPaper alone
  return {
    id: row.id,
    paper: row.paper as Item['paper'], // the column's check is the contract's list
    status: state as Item['status'], // as above
    requestedBy: row.by,
    requestedAt: row.requested_at,
    purpose: row.purpose,
    kind: row.kind as Item['kind'], // the column's check is the contract's list
    people: row.people,
    isWhole: row.is_whole,
    whom: whomIn(list),
    columns: list.columns ?? [],
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionNote: row.decision_note,
    fetchBy: decidedAt && state === 'ready' ? fetchBy(decidedAt).toISOString() : null,
    fetchedAt: row.fetched_at,
    can: abilitiesFor(request, ctx.actor, ctx.now),
  }
}

/** Whom a list is about, without the words somebody searched for: they may be a name or a number. */
function whomIn({ selection }: Partial<List>): Item['whom'] {
  if (!selection) return { zh: '老干部信息台账', en: 'The cadre ledger' }
  if ('ids' in selection) return { zh: '逐个勾选的人', en: 'People ticked one by one' }
  const { q, place, unit, where } = selection.question
  const parts: [zh: string, en: string, is: boolean][] = [
    ['搜索词', 'search words', q !== ''],
    ['区划', 'a place', place !== undefined],
    ['单位', 'a unit', unit !== undefined],
    [`${where.length} 个筛选条件`, `${where.length} conditions`, where.length > 0],
  ]
  const asked = parts.filter(([, , is]) => is)
  if (!asked.length) return { zh: '申请人管理范围内的全部名单', en: 'Everybody in the requester’s area' }
  return {
    zh: `按${asked.map(([zh]) => zh).join('、')}查到的名单`,
    en: `The list found by ${asked.map(([, en]) => en).join(', ')}`,
  }
}
