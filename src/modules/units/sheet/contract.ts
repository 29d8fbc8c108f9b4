import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { tooManyRows, unreadableSheet } from '#platform/spreadsheet/words.ts'
import { outsideUnits } from '../words.ts'
import { noUnitColumns, type Reason, reasonWords } from './words.ts'

const reasons = Object.keys(reasonWords) as [Reason, ...Reason[]] // Object.keys widens the record's own keys to string

export const contract = {
  importUnits: endpoint({
    method: 'post',
    path: '/units-import',
    permission: 'units.manage',
    summary: {
      zh: '用表格或 JSON 导入单位（先预览，再办理）',
      en: 'Import units from a spreadsheet or JSON; preview first',
    },
    input: z.object({ name: z.string().max(200).default(''), preview: z.boolean().default(true) }),
    body: 'bytes',
    maxBytes: 4 * 1024 * 1024,
    output: z.object({
      applied: z.boolean(),
      counts: z.object({ new: z.int(), existing: z.int(), refused: z.int() }),
      rows: z.array(
        z.object({
          row: z.int(),
          name: z.string(),
          verdict: z.enum(['new', 'existing', 'refused']),
          reasons: z.array(z.enum(reasons)),
          adds: z.array(z.string()),
          id: rowId.nullable(),
        }),
      ),
    }),
    refusals: [outsideUnits, noUnitColumns, unreadableSheet, tooManyRows],
  }),
}
