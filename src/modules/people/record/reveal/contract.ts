import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { isReference, revealPurposes } from './rules.ts'
import { tooManyReveals } from './words.ts'

/** What the trail keeps beside the kind of a purpose: words could name somebody, and the trail is never erased. */
export const reference = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .refine(
    (text) => text === undefined || isReference(text),
    '文号只能用字母、数字和短横，不能填手机号、身份证号等个人信息',
  )
  .optional()

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
      reference,
    }),
    output: z.object({ values: z.array(z.string()) }),
    refusals: [tooManyReveals],
  }),
}
