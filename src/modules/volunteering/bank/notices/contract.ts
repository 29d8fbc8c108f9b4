import { z } from 'zod'
import { classed, done, endpoint, fileAnswer, listOf, paging, rowId } from '#platform/contract.ts'
import { noSite } from '../../certificates/words.ts'
import { answered, objection, said } from '../../objections/index.ts'
import { month } from '../settlement/contract.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const state = z.enum(['open', 'over', 'withdrawn'])

const sums = {
  people: z.int(),
  minutes: z.int(),
  earned: z.int(),
  redeemed: z.int(),
  donated: z.int(),
  granted: z.int(),
}
const amounts = { minutes: z.int(), earned: z.int(), redeemed: z.int(), donated: z.int(), granted: z.int() }
/** The pool is the county's, whatever place a notice is of; null in notices of before, where one is over, and where it would tell of somebody left out. */
const pool = z.object({ in: z.int(), out: z.int(), balance: z.int() }).nullable()
/** `few`: others who are not named are left out of these figures, because they are too few. */
const group = z.object({ name: z.string().nullable(), ...sums, few: z.boolean() })
const figures = {
  sums: z.object(sums),
  communities: z.array(group),
  /** What was earned with each team; redeemed and donated is by people, not teams. */
  teams: z.array(group),
  /** Who asked not to be named and who has died: in the sums alone. */
  unnamed: z.object(sums),
  few: z.boolean(),
  pool,
}

/** In the console everybody stands in it, with the way to their account; the public sees masked names. */
const person = z.object({
  personId: rowId,
  name: classed(z.string(), 'pi', 'name'),
  isNamed: z.boolean(),
  community: z.string().nullable(),
  teams: z.array(z.string()),
  ...amounts,
})

const line = z.object({
  id: rowId,
  place: z.string(),
  month: z.string(),
  state,
  publishedOn: z.string(),
  publishedBy: z.string().nullable(),
  untilOn: z.string(),
  withdrawnOn: z.string().nullable(),
  reason: z.string().nullable(),
  sums: z.object(sums),
  pool,
  /** Objections that are not answered. */
  waiting: z.int(),
})

export const contract = {
  /** Whoever reads the paper on the wall reads the same here; nobody signs in. */
  readPublicNotice: endpoint({
    method: 'get',
    path: '/public/bank-notices/:id',
    permission: 'public',
    pace: 'search',
    summary: { zh: '查看公示', en: 'Read a public notice' },
    input: z.object({ id: rowId }),
    output: z.object({
      place: z.string(),
      month: z.string(),
      state,
      issuer: z.string(),
      phone: z.string(),
      publishedOn: z.string(),
      untilOn: z.string(),
      withdrawnOn: z.string().nullable(),
      reason: z.string().nullable(),
      ...figures,
      people: z.array(
        z.object({ name: z.string(), community: z.string().nullable(), teams: z.array(z.string()), ...amounts }),
      ),
    }),
    refusals: [no.unknown],
  }),
  listNotices: endpoint({
    method: 'get',
    path: '/bank/notices',
    permission: 'bank.read',
    summary: { zh: '每月公示', en: 'Monthly notices' },
    input: z.object({ month: month.optional(), state: state.optional(), ...paging }),
    output: listOf(line),
  }),
  draftNotice: endpoint({
    method: 'get',
    path: '/bank/notice-draft',
    permission: 'bank.read',
    look: { people: ['people.personId'] },
    summary: { zh: '公示前查看：从账上汇总', en: 'What a notice would say, from the books' },
    input: z.object({ month, placeCode }),
    output: z.object({ ...figures, people: z.array(person), standing: rowId.nullable() }),
    refusals: [no.monthNotOver, no.outsideArea],
  }),
  readNotice: endpoint({
    method: 'get',
    path: '/bank/notices/:id',
    permission: 'bank.read',
    look: { people: ['people.personId'] },
    summary: { zh: '一份公示和它的每个人', en: 'One notice with everybody in it' },
    input: z.object({ id: rowId }),
    output: line.extend({
      ...figures,
      issuer: z.string(),
      phone: z.string(),
      people: z.array(person),
      questions: z.array(objection),
      can: z.object({ withdraw: z.boolean(), ask: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  publishNotice: endpoint({
    method: 'post',
    path: '/bank/notices',
    permission: 'bank.manage',
    summary: { zh: '公示某月的积分情况', en: 'Publish a month of the bank' },
    input: z.object({
      month,
      placeCode,
      /** Where questions go; unless said, the bureau's. */
      phone: z.string().trim().max(40).nullable().default(null),
    }),
    output: z.object({ id: rowId, untilOn: z.string() }),
    refusals: [no.monthNotOver, no.outsideArea, no.nothingMoved, no.publishedBefore, no.noIssuer],
  }),
  withdrawNotice: endpoint({
    method: 'post',
    path: '/bank/notices/:id/withdraw',
    permission: 'bank.manage',
    summary: { zh: '撤下公示，写明原因', en: 'Withdraw a notice, with the reason' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, no.withdrawnBefore],
  }),
  printNotice: endpoint({
    method: 'post',
    path: '/bank/notices/:id/print',
    permission: 'bank.read',
    summary: { zh: '打印公示（A4，带二维码）', en: 'Print a notice on A4, with the code that opens its page' },
    input: z.object({ id: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [noRow, no.withdrawnBefore, noSite],
  }),
  askAboutNotice: endpoint({
    method: 'post',
    path: '/bank/notices/:id/questions',
    permission: 'bank.act',
    summary: { zh: '登记对公示的异议', en: 'Enter an objection to a notice' },
    input: said,
    output: z.object({ questionId: rowId }),
    refusals: [noRow, no.over],
  }),
  answerNoticeQuestion: endpoint({
    method: 'post',
    path: '/bank/notice-questions/:id/answer',
    permission: 'bank.manage',
    summary: { zh: '答复异议；成立的撤下公示', en: 'Answer an objection; upheld, the notice is withdrawn' },
    input: answered(200),
    output: done,
    refusals: [noRow, no.answeredBefore, no.ownQuestion],
  }),
  readNaming: endpoint({
    method: 'get',
    path: '/bank/wallets/:personId/naming',
    permission: 'bank.read',
    look: { people: ['personId'] },
    summary: { zh: '公示中是否列名', en: 'Whether somebody is named in notices' },
    input: z.object({ personId: rowId }),
    output: z.object({
      personId: rowId,
      isNamed: z.boolean(),
      since: z.string().nullable(),
      /** By whose hand they are not named. */
      onBehalf: z.enum(['self', 'family', 'clerk']).nullable(),
    }),
    refusals: [noRow],
  }),
  setNaming: endpoint({
    method: 'post',
    path: '/bank/wallets/:personId/naming',
    permission: 'bank.act',
    summary: { zh: '按本人意愿在公示中列名或不列名', en: 'Name somebody in notices or not, as they wish' },
    input: z.object({ personId: rowId, isNamed: z.boolean() }),
    output: done,
    refusals: [noRow, no.namedBefore],
  }),
}
