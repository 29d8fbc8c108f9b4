import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { versioned } from '../contract.ts'
import { outsideUnits, unitClosed } from '../words.ts'

const refusals = [{ code: 'row.not_found', status: 404 }, outsideUnits, unitClosed]
const text = (most: number) => z.string().trim().min(1).max(most).nullable().default(null)

export const contract = {
  addUnitContact: endpoint({
    method: 'post',
    path: '/units/:id/contacts',
    permission: 'units.manage',
    summary: { zh: '增加单位联系人', en: 'Add a contact of a unit' },
    input: z.object({
      id: rowId,
      name: z.string().trim().min(1, '请填写姓名').max(60),
      post: text(60),
      phone: z
        .string()
        .trim()
        .regex(/^\+?[\d-]{5,24}$/, '电话只能有数字和连字符，例如 13912345678 或 0534-4231234')
        .nullable()
        .default(null),
      note: text(200),
    }),
    output: versioned.extend({ contactId: rowId }),
    refusals,
  }),
  removeUnitContact: endpoint({
    method: 'delete',
    path: '/units/:id/contacts/:contactId',
    permission: 'units.manage',
    summary: { zh: '移除单位联系人', en: 'Remove a contact of a unit' },
    input: z.object({ id: rowId, contactId: rowId }),
    output: versioned,
    refusals,
  }),
}
