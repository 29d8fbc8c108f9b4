import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { grantGrounds } from '../codes/index.ts'
import { USUAL } from '../earning/rules.ts'
import * as no from './words.ts'

const grounds = Object.keys(grantGrounds) as (keyof typeof grantGrounds)[] // Object.keys widens the record's own keys to string

const cap = (most: number) => z.int().min(1, '至少 1').max(most).nullable()

const rule = {
  fromOn: z.iso.date('日期请写成 2026-03-01'),
  /** Points for half an hour by kind of service; `*` for every other kind. */
  rates: z.record(z.string().min(1).max(40), z.int().min(0).max(100)),
  eventPoints: cap(10_000),
  monthPoints: cap(100_000),
  dayMinutes: cap(1_440),
  stockMinutes: cap(1_000_000),
  codeMinutes: z.int().min(1).max(60),
  dayRedeemed: cap(100_000),
  secondPersonPoints: z.int().min(0).max(100_000),
  /** From which age the pool gives on each ground. Left out, the usual ones hold; a ground that is not named gives nothing. */
  grantAges: z.partialRecord(z.enum(grounds), z.int().min(50).max(110)).default(USUAL.grantAges),
  grantYearPoints: cap(100_000).default(USUAL.grantYearPoints),
  note: z.string().trim().max(500).nullable().default(null),
}

const year = z.coerce.number().int().min(2000).max(2200)

const programme = z.object({
  year: z.int(),
  /** Null: no limit was set. */
  pointsBudget: z.int().nullable(),
  points: z.int(),
  minutes: z.int(),
  left: z.int().nullable(),
  /** What the budget kept back, in the whole county. */
  keptBack: z.object({ people: z.int(), points: z.int() }),
  /** Every decision, the last first. */
  history: z.array(
    z.object({
      pointsBudget: z.int().nullable(),
      basis: z.string().nullable(),
      setBy: z.string().nullable(),
      setAt: z.string(),
    }),
  ),
  can: z.object({ set: z.boolean() }),
})

export const contract = {
  listRules: endpoint({
    method: 'get',
    path: '/bank/rules',
    permission: 'bank.read',
    summary: { zh: '银行规则：现行的、将行的、以前的', en: 'Rules in force, to come and of before' },
    input: z.object({}),
    output: listOf(
      z.object({
        ...rule,
        fromOn: z.string(),
        /** Null: the usual rules, where the county has set none. */
        id: rowId.nullable(),
        setBy: z.string().nullable(),
        setAt: z.string().nullable(),
        standing: z.enum(['coming', 'in_force', 'past']),
      }),
    ),
  }),
  setRule: endpoint({
    method: 'post',
    path: '/bank/rules',
    permission: 'bank.manage',
    summary: { zh: '制定规则，自某日起施行', en: 'Set the rules from a day on' },
    input: z.object(rule),
    output: z.object({ id: rowId }),
    refusals: [no.inThePast, no.daySet, no.noUsualRate],
  }),
  listProgrammes: endpoint({
    method: 'get',
    path: '/bank/programmes',
    permission: 'bank.read',
    summary: { zh: '年度积分：核定、已发行、余额', en: 'What each year may issue, has issued and has left' },
    input: z.object({}),
    output: listOf(programme),
  }),
  listKeptBack: endpoint({
    method: 'get',
    path: '/bank/programmes/:year/kept-back',
    permission: 'bank.read',
    look: { people: ['items.personId'] },
    summary: { zh: '因超过年度核定数没有入账的积分', en: 'Points a year’s budget kept back' },
    input: z.object({ year, ...paging }),
    output: listOf(
      z.object({
        recordId: rowId,
        personId: rowId,
        name: classed(z.string(), 'pi', 'name'),
        servedOn: z.string(),
        minutes: z.int(),
        points: z.int(),
      }),
    ),
  }),
  setBudget: endpoint({
    method: 'put',
    path: '/bank/programmes/:year',
    permission: 'bank.approve',
    summary: { zh: '核定年度可发行积分', en: 'Approve how many points a year may issue' },
    input: z.object({
      year,
      pointsBudget: z.int().min(1).max(100_000_000).nullable(),
      /** The paper it was approved by: 文号, meeting. */
      basis: z.string().trim().max(200).nullable().default(null),
    }),
    output: done,
    refusals: [no.budgetSpent],
  }),
}
