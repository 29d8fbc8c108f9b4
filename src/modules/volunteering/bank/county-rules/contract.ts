import { z } from 'zod'
import { done, endpoint, listOf, rowId } from '#platform/contract.ts'
import * as no from './words.ts'

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
  note: z.string().trim().max(500).nullable().default(null),
}

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
  setBudget: endpoint({
    method: 'put',
    path: '/bank/programmes/:year',
    permission: 'bank.approve',
    summary: { zh: '核定年度可发行积分', en: 'Approve how many points a year may issue' },
    input: z.object({
      year: z.coerce.number().int().min(2000).max(2200),
      pointsBudget: z.int().min(1).max(100_000_000).nullable(),
    }),
    output: done,
    refusals: [no.budgetSpent],
  }),
}
