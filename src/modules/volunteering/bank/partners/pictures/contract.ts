import { z } from 'zod'
import { done, endpoint, fileAnswer, rowId } from '#platform/contract.ts'
import { notAPicture, tooLarge } from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  putItemPicture: endpoint({
    method: 'put',
    path: '/bank/items/:id/picture',
    permission: 'bank.manage',
    summary: {
      zh: '给兑换项目配图（JPEG 或 PNG），换下原来的',
      en: 'Give an item its picture, in place of the former',
    },
    input: z.object({ id: rowId }),
    output: done,
    body: 'bytes',
    maxBytes: 8 * 1024 * 1024,
    refusals: [noRow, notAPicture, tooLarge],
  }),
  removeItemPicture: endpoint({
    method: 'delete',
    path: '/bank/items/:id/picture',
    permission: 'bank.manage',
    summary: { zh: '撤下兑换项目的图片', en: 'Take the picture of an item down' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow],
  }),
  /** The desk, the elder and the shop look at the same shelf. */
  readItemPicture: endpoint({
    method: 'get',
    pace: 'read',
    path: '/bank/items/:id/picture',
    permission: 'accounts.self',
    summary: { zh: '兑换项目的图片', en: 'The picture of an item' },
    input: z.object({ id: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [noRow],
  }),
}
