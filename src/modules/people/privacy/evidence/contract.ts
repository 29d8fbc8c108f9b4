import { z } from 'zod'
import { endpoint, fileAnswer, rowId } from '#platform/contract.ts'

const refusalOf = (code: string, status: number) => ({ code, status })

export const contract = {
  bringEvidence: endpoint({
    method: 'post',
    path: '/people/:id/evidence',
    permission: 'people.write',
    summary: { zh: '上传依据（JPEG、PNG 或 PDF）', en: 'Bring evidence (JPEG, PNG or PDF)' },
    input: z.object({ id: rowId, name: z.string().min(1).max(200) }),
    output: z.object({ fileId: rowId }),
    body: 'bytes',
    maxBytes: 5 * 1024 * 1024,
    refusals: [refusalOf('privacy.not_evidence', 422), refusalOf('privacy.secret_marking', 422)],
  }),
  readEvidence: endpoint({
    method: 'get',
    look: { shows: ['evidence'] },
    path: '/people/:id/evidence/:file',
    permission: 'people.write',
    summary: { zh: '查看依据', en: 'Look at evidence' },
    input: z.object({ id: rowId, file: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [refusalOf('row.not_found', 404)],
  }),
}
