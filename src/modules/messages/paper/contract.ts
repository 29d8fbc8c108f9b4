import { z } from 'zod'
import { classed, endpoint, rowId } from '#platform/contract.ts'
import { messageKind, templateCode } from '../templates/contract.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
export const paperWhy = z.enum(['no_phone', 'by_choice', 'no_gateway', 'failed'])

const sheet = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  address: classed(z.string().nullable(), 'pi', 'hide'),
  kind: messageKind,
  template: templateCode,
  text: z.string(),
  why: paperWhy,
  createdAt: z.string(),
})

export const contract = {
  listToPrint: endpoint({
    method: 'get',
    look: { people: ['groups.items.personId'], shows: ['text'] },
    path: '/notices-to-print',
    permission: 'messages.send',
    summary: { zh: '待打印送达的通知，按社区分组', en: 'Notices to print and bring, by community' },
    input: z.object({ under: placeCode.optional(), kind: messageKind.optional() }),
    output: z.object({
      groups: z.array(
        z.object({ placeCode: z.string().nullable(), place: z.string().nullable(), items: z.array(sheet) }),
      ),
      total: z.int(),
    }),
  }),
  markPrinted: endpoint({
    method: 'post',
    path: '/notices-to-print/printed',
    permission: 'messages.send',
    summary: { zh: '登记已打印送达', en: 'Note what has been printed and brought' },
    input: z.object({ ids: z.array(rowId).min(1).max(2_000) }),
    output: z.object({ printed: z.int() }),
  }),
}
