import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import * as shifts from '../words.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const rating = z.int().min(1).max(5).nullable().default(null)

export const contract = {
  confirmTurn: endpoint({
    method: 'post',
    path: '/turns/:id/confirm',
    permission: 'volunteering.manage',
    summary: {
      zh: '确认服务：计入服务记录、时长和积分',
      en: 'Confirm service: it enters the record, the hours and the points',
    },
    input: z.object({
      id: rowId,
      rating,
      /** Fewer than were checked, where the served person says so. */
      minutes: z.int().min(1).max(480).optional(),
      way: z.enum(['served', 'clerk']).default('clerk'),
    }),
    output: z.object({ recordId: rowId }),
    refusals: [noRow, shifts.wrongState, shifts.hadDied, shifts.outsideArea, no.tooMany],
  }),
  confirmTurns: endpoint({
    method: 'post',
    path: '/turns/confirm',
    permission: 'volunteering.manage',
    summary: { zh: '成批确认服务', en: 'Confirm many services at once' },
    input: z.object({ turns: z.array(rowId).min(1).max(200), rating }),
    output: z.object({ confirmed: z.int() }),
    refusals: [noRow, shifts.wrongState, shifts.hadDied, shifts.outsideArea],
  }),
  refuseTurn: endpoint({
    method: 'post',
    path: '/turns/:id/refuse',
    permission: 'volunteering.manage',
    summary: { zh: '不予确认，写明原因', en: 'Refuse to confirm, with the reason' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, shifts.wrongState, shifts.outsideArea],
  }),
}
