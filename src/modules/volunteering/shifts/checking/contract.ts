import { z } from 'zod'
import { done, endpoint, instant, listOf, paging, rowId } from '#platform/contract.ts'
import { onBehalf } from '../turns/contract.ts'
import * as shifts from '../words.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const unknownCode = { code: 'person_codes.unknown', status: 404 }

/** How it is known: the served person's code, their word, or a clerk who was there. The volunteer's own code has a door of its own. */
const check = z.object({
  id: rowId,
  way: z.enum(['served_code', 'word', 'clerk']).default('clerk'),
  code: z.string().trim().max(20).nullable().default(null),
})

export const contract = {
  checkIn: endpoint({
    method: 'post',
    path: '/turns/:id/check-in',
    permission: 'volunteering.record',
    summary: { zh: '签到（服务器时间）', en: 'Check in, by the server’s clock' },
    input: check,
    output: z.object({ at: z.string() }),
    refusals: [noRow, shifts.wrongState, shifts.hadDied, no.tooEarly, no.wrongCode],
  }),
  takeBackCheckIn: endpoint({
    method: 'post',
    path: '/turns/:id/check-in/take-back',
    permission: 'volunteering.record',
    summary: {
      zh: '撤回签到：签错了人；本人办理的 10 分钟内直接撤回，之后由班次管理者写明原因',
      en: 'Take a check-in of the wrong person back: one’s own within ten minutes, later by who keeps the shift and with the reason',
    },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200).nullable().default(null) }),
    output: done,
    refusals: [noRow, shifts.wrongState, shifts.outsideArea, no.reasonNeeded],
  }),
  checkOut: endpoint({
    method: 'post',
    path: '/turns/:id/check-out',
    permission: 'volunteering.record',
    summary: {
      zh: '签退；到班次结束后 1 小时，时长以计划为限，每天不超过 8 小时',
      en: 'Check out until an hour after the end; minutes within the plan and eight hours a day',
    },
    input: check,
    output: z.object({ at: z.string(), minutes: z.int() }),
    refusals: [noRow, shifts.wrongState, shifts.hadDied, no.tooLateOut, no.wrongCode, no.nothingServed],
  }),
  scanCode: endpoint({
    method: 'post',
    path: '/shifts/:id/scans',
    permission: 'volunteering.record',
    summary: {
      zh: '扫志愿者的编码：没签到的签到，已签到的签退',
      en: 'Scan a volunteer’s code: checks in, or out where they are in',
    },
    input: z.object({ id: rowId, code: z.string().trim().min(4).max(20) }),
    output: z.object({
      turnId: rowId,
      name: z.string(),
      done: z.enum(['in', 'out']),
      at: z.string(),
      minutes: z.int().nullable(),
    }),
    refusals: [
      noRow,
      unknownCode,
      no.noTurn,
      no.tooEarly,
      no.tooLateOut,
      no.nothingServed,
      shifts.wrongState,
      shifts.hadDied,
    ],
  }),
  enterLate: endpoint({
    method: 'post',
    path: '/shifts/:id/late',
    permission: 'volunteering.manage',
    summary: {
      zh: '补录：30 天内事后登记服务时间，由另一人复核后才能确认',
      en: 'Enter service within thirty days afterwards; a second person approves before it can be confirmed',
    },
    input: z.object({
      id: rowId,
      personId: rowId,
      from: instant,
      to: instant,
      reason: z.string().trim().min(2, '请写明为什么补录').max(200),
      onBehalf: onBehalf.default('clerk'),
    }),
    output: z.object({ turnId: rowId, minutes: z.int() }),
    refusals: [
      noRow,
      shifts.outsideArea,
      shifts.wrongState,
      shifts.hadDied,
      shifts.overlap,
      shifts.notOpenTo,
      shifts.notOwnServed,
      no.nothingServed,
      no.notOver,
      no.tooLongAgo,
      no.outsidePlan,
    ],
  }),
  approveLate: endpoint({
    method: 'post',
    path: '/turns/:id/approve',
    permission: 'volunteering.manage',
    summary: { zh: '复核补录（须另一人）', en: 'Approve what was entered afterwards: a second person' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow, shifts.outsideArea, shifts.wrongState, shifts.hadDied, no.secondPerson],
  }),
  listWaiting: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/turns/waiting',
    permission: 'volunteering.manage',
    summary: { zh: '等我确认和复核的服务', en: 'Service that waits for my confirmation or approval' },
    input: z.object({ status: z.enum(['late', 'served']).optional(), ...paging }),
    output: listOf(
      z.object({
        id: rowId,
        shiftId: rowId,
        title: z.string(),
        task: z.string(),
        place: z.string(),
        personId: rowId,
        name: z.string(),
        /** From another area: the name is masked. */
        isMasked: z.boolean(),
        team: z.string().nullable(),
        status: z.enum(['late', 'served']),
        from: z.string(),
        to: z.string(),
        minutes: z.int(),
        inWay: z.string(),
        lateReason: z.string().nullable(),
        lateBy: z.string().nullable(),
        /** The reader entered it afterwards, so somebody else approves. */
        isMine: z.boolean(),
      }),
    ),
  }),
}
