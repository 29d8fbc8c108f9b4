import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { noCode } from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  issueCodes: endpoint({
    method: 'post',
    path: '/person-codes',
    permission: 'gatherings.sign_up',
    summary: {
      zh: '打印签到编码卡；还没有编码的当场生成，丢失的可再次打印',
      en: 'Print cards with a code to show at the door; who has none gets one, a lost card is printed again',
    },
    input: z.object({ people: z.array(rowId).min(1).max(200) }),
    output: z.object({
      items: z.array(
        z.object({
          personId: rowId,
          name: z.string(),
          community: z.string().nullable(),
          code: z.string(),
          issuedAt: z.string(),
        }),
      ),
    }),
  }),
  readCode: endpoint({
    method: 'get',
    path: '/people/:id/code',
    permission: 'gatherings.sign_up',
    summary: { zh: '有没有在用的签到编码', en: 'Whether somebody has a code in use' },
    input: z.object({ id: rowId }),
    output: z.object({ issuedAt: z.string().nullable(), issuedBy: z.string().nullable() }),
    refusals: [noRow],
  }),
  revokeCode: endpoint({
    method: 'post',
    path: '/people/:id/code/revoke',
    permission: 'gatherings.sign_up',
    summary: { zh: '停用签到编码', en: 'Take a code back' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow, noCode],
  }),
}
