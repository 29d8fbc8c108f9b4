import { z } from 'zod'
import { done, endpoint, paging, rowId } from '#platform/contract.ts'
import { taskCode } from '../shifts/contract.ts'
import * as no from './words.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const noRow = { code: 'row.not_found', status: 404 }

const record = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  /** 志愿者编号, told instead of the identity number. */
  volunteerNumber: z.string().nullable(),
  shiftId: rowId,
  needId: rowId.nullable(),
  title: z.string(),
  task: z.string(),
  place: z.string(),
  address: z.string().nullable(),
  team: z.string().nullable(),
  organiser: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  servedOn: z.string(),
  minutes: z.int(),
  isLate: z.boolean(),
  confirmedWay: z.enum(['served', 'clerk']),
  confirmedBy: z.string().nullable(),
  recordedAt: z.string(),
  rating: z.int().nullable(),
  reversedAt: z.string().nullable(),
  reversal: z
    .object({ id: rowId, reason: z.string(), status: z.enum(['asked', 'agreed']), askedBy: z.string().nullable() })
    .nullable(),
  can: z.object({ ask: z.boolean(), decide: z.boolean() }),
})

export const contract = {
  listServiceRecords: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/service-records',
    permission: 'volunteering.read',
    summary: { zh: '志愿服务记录', en: 'Service records' },
    input: z.object({
      personId: rowId.optional(),
      teamId: rowId.optional(),
      needId: rowId.optional(),
      under: placeCode.optional(),
      task: taskCode.optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      standing: z.enum(['valid', 'reversed', 'asked', 'late']).optional(),
      /** As the records stood at an instant: what was entered or reversed later had not happened. */
      stoodAt: z.iso.datetime({ offset: true }).optional(),
      /** Only what was entered or reversed after an instant. */
      changedAfter: z.iso.datetime({ offset: true }).optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: z.object({ items: z.array(record), total: z.int(), minutes: z.int(), people: z.int() }),
  }),
  askReversal: endpoint({
    method: 'post',
    path: '/service-records/:id/reversals',
    permission: 'volunteering.manage',
    summary: { zh: '申请冲正服务记录（由另一人复核）', en: 'Ask to reverse a record; a second person decides' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: z.object({ reversalId: rowId }),
    refusals: [noRow, no.reversedBefore, no.outsideArea],
  }),
  decideReversal: endpoint({
    method: 'post',
    path: '/service-reversals/:id/decide',
    permission: 'volunteering.manage',
    summary: {
      zh: '复核冲正：同意则时长、积分一并冲回',
      en: 'Decide on a reversal: agreed, hours and points go back too',
    },
    input: z.object({ id: rowId, isAgreed: z.boolean() }),
    output: done,
    refusals: [noRow, no.secondPerson, no.decidedBefore, no.outsideArea, { code: 'ledger.not_enough', status: 409 }],
  }),
}
