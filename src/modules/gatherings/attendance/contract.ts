import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { attendanceState as state } from '../contract.ts'
import { unknownCode } from '../person-codes/words.ts'
import * as gatherings from '../words.ts'
import * as no from './words.ts'

const minutes = z.int().min(1, '时长至少 1 分钟').max(1_440, '时长最多一天')
const way = z.enum(['sheet', 'walk_in', 'code'])

const sheetLine = z.object({
  personId: rowId,
  /** Masked where the reader does not look after them; of those nothing else of the person is told. */
  name: z.string(),
  isMasked: z.boolean(),
  community: z.string().nullable(),
  isSignedUp: z.boolean(),
  /** Nothing is marked yet where null. */
  state: state.nullable(),
  minutes: z.int().nullable(),
  way: way.nullable(),
  markedBy: z.string().nullable(),
  markedAt: z.string().nullable(),
  corrections: z.array(
    z.object({
      state,
      minutes: z.int().nullable(),
      reason: z.string(),
      by: z.string().nullable(),
      at: z.string(),
    }),
  ),
})

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  readSheet: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/gatherings/:id/sheet',
    permission: 'gatherings.read',
    summary: { zh: '考勤表：报名的和到场的', en: 'The sheet: who signed up and who came' },
    input: z.object({ id: rowId }),
    output: z.object({ items: z.array(sheetLine), others: z.int(), minutes: z.int() }),
    refusals: [noRow],
  }),
  markAttendance: endpoint({
    method: 'post',
    path: '/gatherings/:id/attendance',
    permission: 'gatherings.manage',
    summary: {
      zh: '登记考勤：整张表一次提交；没报名而到场的直接登记',
      en: 'Mark attendance, the whole sheet at once; who came unasked is simply entered',
    },
    input: z.object({
      id: rowId,
      marks: z
        .array(z.object({ personId: rowId, state, minutes: minutes.optional(), way: way.default('sheet') }))
        .min(1)
        .max(2_000),
    }),
    output: z.object({ marked: z.int() }),
    refusals: [
      noRow,
      gatherings.over,
      gatherings.notYet,
      gatherings.outsideArea,
      no.strangers,
      no.tooLong,
      no.notLiving,
    ],
  }),
  markByCode: endpoint({
    method: 'post',
    path: '/gatherings/:id/attendance/code',
    permission: 'gatherings.manage',
    summary: { zh: '出示编码签到：输入或扫码', en: 'Mark by the code on the card, typed or scanned' },
    input: z.object({ id: rowId, typed: z.string().min(1).max(60) }),
    output: z.object({
      personId: rowId,
      name: z.string(),
      /** They were marked before, and nothing was changed. */
      isAgain: z.boolean(),
    }),
    refusals: [noRow, gatherings.over, gatherings.notYet, gatherings.outsideArea, unknownCode],
  }),
  closeGathering: endpoint({
    method: 'post',
    path: '/gatherings/:id/close',
    permission: 'gatherings.manage',
    summary: {
      zh: '结束登记：没有登记的报名者记为未到',
      en: 'Close the sheet: who signed up and is not marked was absent',
    },
    input: z.object({ id: rowId }),
    output: z.object({ present: z.int(), absent: z.int() }),
    refusals: [noRow, gatherings.over, gatherings.notYet, gatherings.outsideArea, no.nobodyMarked],
  }),
  correctAttendance: endpoint({
    method: 'post',
    path: '/gatherings/:id/attendance/:personId/correct',
    permission: 'gatherings.manage',
    summary: {
      zh: '更正考勤，写明原因，原登记留痕',
      en: 'Correct a line after closing, with the reason; what stood there is kept',
    },
    input: z.object({
      id: rowId,
      personId: rowId,
      state,
      minutes: minutes.optional(),
      reason: z.string().trim().min(2, '请写明原因').max(200),
    }),
    output: done,
    refusals: [noRow, gatherings.over, gatherings.outsideArea, no.unchanged, no.tooLong, no.notLiving],
  }),
}
