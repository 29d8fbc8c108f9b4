import { z } from 'zod'
import { endpoint, fileAnswer, rowId } from '#platform/contract.ts'

export const contract = {
  takeSignUps: endpoint({
    method: 'post',
    path: '/gatherings/:id/sign-ups/xlsx',
    permission: 'gatherings.sign_up',
    summary: { zh: '下载报名名单（xlsx）', en: 'Take the list of who signed up (xlsx)' },
    input: z.object({ id: rowId, lang: z.enum(['zh', 'en']).default('zh') }),
    output: fileAnswer,
    answer: 'file',
    refusals: [
      { code: 'row.not_found', status: 404 },
      { code: 'people.approval_needed', status: 409 },
    ],
  }),
}
