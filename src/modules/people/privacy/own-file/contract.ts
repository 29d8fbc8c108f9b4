import { z } from 'zod'
import { endpoint, fileAnswer, rowId } from '#platform/contract.ts'
import { tooManyReveals } from '../../record/reveal/words.ts'

export const contract = {
  takeOwnFile: endpoint({
    method: 'post',
    path: '/people/:id/own-file',
    permission: 'people.reveal',
    summary: {
      zh: '应本人要求，把本人的全部信息给他一份（PDF 或 JSON）',
      en: 'Give a person everything kept of them, at their request (PDF or JSON)',
    },
    input: z.object({
      id: rowId,
      format: z.enum(['pdf', 'json']),
      askedBy: z.enum(['elder', 'family', 'liaison', 'worker']).default('elder'),
      asker: z.string().trim().max(60).nullable().default(null),
      lang: z.enum(['zh', 'en']).default('zh'),
    }),
    output: fileAnswer,
    answer: 'file',
    refusals: [{ code: 'row.not_found', status: 404 }, tooManyReveals, { code: 'privacy.asker_needed', status: 422 }],
  }),
}
