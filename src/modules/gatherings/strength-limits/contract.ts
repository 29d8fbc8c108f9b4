import { z } from 'zod'
import { done, endpoint } from '#platform/contract.ts'
import { limitsSchema } from '../strength/limits/index.ts'
import { tooEarly } from './words.ts'

const day = z.iso.date('日期请写成 2026-01-31')

export const contract = {
  readStrengthLimits: endpoint({
    method: 'get',
    path: '/strength-limits',
    permission: 'gatherings.read',
    summary: { zh: '量力而行：本县标准', en: 'What the county allows of somebody’s strength' },
    input: z.object({}),
    output: z.object({
      today: limitsSchema,
      items: z.array(z.object({ since: z.string(), limits: limitsSchema, by: z.string().nullable() })),
    }),
  }),
  setStrengthLimits: endpoint({
    method: 'put',
    path: '/strength-limits',
    permission: 'settings.manage',
    summary: { zh: '设定量力而行的标准，写明从哪天起', en: 'Set the limits of strength from a day on' },
    input: z.object({ since: day, limits: limitsSchema }),
    output: done,
    refusals: [tooEarly],
  }),
}
