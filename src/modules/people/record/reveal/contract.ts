import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { revealPurposes } from './rules.ts'
import { tooManyReveals } from './words.ts'

export const revealContract = {
  revealField: endpoint({
    method: 'post',
    pace: 'reveal',
    path: '/people/:id/reveal',
    permission: 'people.reveal',
    summary: { zh: '查看完整号码（记入审计）', en: 'See a whole number (audited)' },
    input: z.object({
      id: rowId,
      field: z.enum(['idNumber', 'idText', 'medicalInsuranceNo', 'phones']),
      purpose: z.enum(revealPurposes),
      note: z.string().trim().min(2, '请写明用途').max(100),
    }),
    output: z.object({ values: z.array(z.string()) }),
    refusals: [tooManyReveals],
  }),
}
