import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { grantGrounds, grantStates } from '../codes/index.ts'
import * as requests from '../redemptions/words.ts'
import * as no from './words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string
const noRow = { code: 'row.not_found', status: 404 }
const frozen = { code: 'ledger.frozen', status: 409 }
const ground = z.enum(keysOf(grantGrounds))
const status = z.enum(keysOf(grantStates))
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份请写成 2026-03')

const grant = z.object({
  id: rowId,
  personId: rowId,
  name: classed(z.string(), 'pi', 'name'),
  community: z.string().nullable(),
  points: z.int(),
  /** On what ground, and why in words: it tells of hardship. */
  ground: classed(ground.nullable(), 'restricted', 'hide'),
  reason: classed(z.string().nullable(), 'restricted', 'hide'),
  /** Whether the record says it too; null where it has no place for it. */
  isOnRecord: classed(z.boolean().nullable(), 'restricted', 'hide'),
  status,
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  givenOn: z.string().nullable(),
  /** Why it was taken back, or is asked to be. */
  reversal: z.object({ reason: z.string(), isDone: z.boolean() }).nullable(),
  can: z.object({ reverse: z.boolean() }),
})

/** Who does not look after somebody sees that points moved, and not whose. */
const movement = z.object({
  id: rowId,
  at: z.string(),
  code: z.enum(['donate', 'grant', 'reverse']),
  /** What was taken back. */
  undone: z.enum(['donate', 'grant']).nullable(),
  personId: rowId.nullable(),
  name: classed(z.string().nullable(), 'pi', 'name'),
  amount: z.int(),
  after: z.int(),
  by: z.string().nullable(),
  approvedBy: z.string().nullable(),
  reason: z.string().nullable(),
})

export const contract = {
  readPool: endpoint({
    method: 'get',
    path: '/bank/pool',
    permission: 'bank.read',
    summary: { zh: '公益池：结余、捐入、送出', en: 'The pool: what it holds, took in and gave' },
    input: z.object({}),
    output: z.object({
      balance: z.int(),
      waiting: z.int(),
      undoable: z.int(),
      free: z.int(),
      /** Since it began, and in the running year; what was taken back is left out. */
      donated: z.int(),
      granted: z.int(),
      donatedInYear: z.int(),
      grantedInYear: z.int(),
      people: z.int(),
      /** From which age each ground holds today. */
      grounds: z.array(z.object({ ground, from: z.int() })),
      yearPoints: z.int().nullable(),
      can: z.object({ ask: z.boolean() }),
    }),
  }),
  listPoolMovements: endpoint({
    method: 'get',
    path: '/bank/pool/movements',
    permission: 'bank.read',
    look: { people: ['items.personId'] },
    summary: { zh: '公益池逐笔明细', en: 'Every movement of the pool' },
    input: z.object({ month: month.optional(), ...paging }),
    output: listOf(movement),
  }),
  listPoolGrants: endpoint({
    method: 'get',
    path: '/bank/pool/grants',
    permission: 'bank.read',
    look: { people: ['items.personId'] },
    summary: { zh: '公益池送出和申请', en: 'What the pool gave and was asked for' },
    input: z.object({ status: status.optional(), personId: rowId.optional(), ...paging }),
    output: listOf(grant),
  }),
  askGrant: endpoint({
    method: 'post',
    path: '/bank/pool/grants',
    permission: 'bank.act',
    summary: {
      zh: '申请从公益池送积分给困难老人，由第二人决定',
      en: 'Ask that the pool gives to an elder; another decides',
    },
    input: z.object({
      id: rowId,
      personId: rowId,
      points: z.int().min(1, '至少 1 分').max(1_000_000),
      ground,
      reason: z.string().trim().min(2, '请写明原因').max(200),
    }),
    output: done,
    refusals: [
      noRow,
      frozen,
      requests.askedBefore,
      no.keyUsed,
      no.notHere,
      no.groundOff,
      no.noBirth,
      no.tooYoung,
      no.yearFull,
      no.poolShort,
    ],
  }),
  askGrantReversal: endpoint({
    method: 'post',
    path: '/bank/pool/grants/:id/reverse',
    permission: 'bank.manage',
    summary: {
      zh: '申请冲正已送出的积分，写明原因，由第二人决定',
      en: 'Ask that a grant is reversed, with the reason; another decides',
    },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, no.notGiven, requests.askedBefore],
  }),
}
