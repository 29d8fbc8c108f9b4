import { z } from 'zod'
import { endpoint } from '#platform/contract.ts'
import { tooManyRows, unreadableSheet } from '#platform/spreadsheet/words.ts'
import { placeCodeText } from '../contract.ts'
import { noColumns, type Reason, reasonWords } from './words.ts'

const reasons = Object.keys(reasonWords) as [Reason, ...Reason[]] // Object.keys widens the record's own keys to string

const sheetRow = z.object({
  row: z.int(),
  community: z.string(),
  grid: z.string(),
  building: z.string(),
  entrance: z.string(),
  verdict: z.enum(['new', 'existing', 'refused']),
  reasons: z.array(z.enum(reasons)),
  /** Names of the places this row adds, from the outside in. */
  adds: z.array(z.string()),
  code: placeCodeText.nullable(),
})

export const contract = {
  addPlacesFromSpreadsheet: endpoint({
    method: 'post',
    path: '/places-sheet',
    permission: 'places.manage',
    summary: {
      zh: '用表格新增网格、楼栋、单元（先预览，再办理）',
      en: 'Add grids, buildings and entrances from a spreadsheet; preview first',
    },
    input: z.object({ name: z.string().max(200).default(''), preview: z.boolean().default(true) }),
    body: 'bytes',
    maxBytes: 4 * 1024 * 1024,
    output: z.object({
      applied: z.boolean(),
      places: z.int(),
      counts: z.object({ new: z.int(), existing: z.int(), refused: z.int() }),
      rows: z.array(sheetRow),
    }),
    refusals: [noColumns, unreadableSheet, tooManyRows],
  }),
}
