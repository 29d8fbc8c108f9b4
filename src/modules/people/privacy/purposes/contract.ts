import { z } from 'zod'
import { endpoint, fileAnswer } from '#platform/contract.ts'

export const contract = {
  exportPurposes: endpoint({
    method: 'post',
    path: '/privacy/purposes/export',
    permission: 'people.read',
    summary: { zh: '导出个人信息处理目的清单', en: 'Export the list of purposes' },
    input: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
    output: fileAnswer,
    answer: 'file',
  }),
}
