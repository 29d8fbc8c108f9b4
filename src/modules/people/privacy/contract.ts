import { z } from 'zod'
import { endpoint, nothing } from '#platform/contract.ts'

export const contract = {
  readPrivacyWaiting: endpoint({
    method: 'get',
    path: '/privacy/waiting',
    permission: 'people.read',
    summary: { zh: '等我办理的更正和删除申请', en: 'Requests for correction and erasure that wait for me' },
    input: nothing,
    output: z.object({ corrections: z.int(), erasures: z.int() }),
  }),
}
