import { z } from 'zod'
import { classed, done, endpoint, fileAnswer, listedBirth, paging, rowId } from '#platform/contract.ts'
import { fieldInput, fieldValues, listedFields } from '../fields/index.ts'

const MAX_FILE = 64 * 1024 * 1024
export const plans = ['new', 'changed', 'unchanged', 'doubtful', 'refused', 'duplicate', 'not-a-person'] as const
const plan = z.enum(plans)
const words = z.object({ zh: z.string(), en: z.string() })
const counts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  doubtful: z.int(),
  refused: z.int(),
  duplicate: z.int(),
  'not-a-person': z.int(),
})

const column = z.object({
  index: z.int(),
  header: z.string(),
  field: z.string().nullable(),
  samples: z.array(z.string()),
})
const table = z.object({
  sheet: z.string(),
  table: z.int(),
  headerRows: z.array(z.int()),
  isHidden: z.boolean(),
  columns: z.array(column),
})

const batch = z.object({
  id: rowId,
  fileName: z.string(),
  asOf: z.string(),
  status: z.enum(['reading', 'refused', 'planned', 'applying', 'applied', 'undoing', 'undone', 'failed']),
  refusal: words.extend({ code: z.string() }).nullable(),
  rowCount: z.int(),
  doneCount: z.int(),
  counts,
  reasons: z.array(z.object({ code: z.string(), count: z.int(), words })),
  createdBy: z.string(),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  can: z.object({
    apply: z.boolean(),
    undo: z.boolean(),
    remap: z.boolean(),
    discard: z.boolean(),
    /** Correct rows, and take the bad ones home: for who brought the file. */
    correct: z.boolean(),
  }),
})

/** One field that the row would change, in words. Of an identity number nothing is shown. */
const change = z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })

/** A row in normal form, as it would be written. Whoever brought the file sees it whole: it is their own paper. */
export const planned = z.object({
  values: fieldInput,
  phones: z.array(z.object({ number: z.string().max(40), label: z.string().max(10) })).max(20),
  idStatus: z.enum(['valid', 'converted15', 'missing', 'unrecoverable', 'invalid']),
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  placeCode: z.string().nullable(),
  placeName: z.string().nullable(),
  isDeceased: z.boolean(),
})
export type Planned = z.infer<typeof planned>

const row = z.object({
  seq: z.int(),
  sheet: z.string(),
  row: z.int(),
  person: z.int(),
  plan,
  decision: z.enum(['accept', 'skip', 'new', 'match']).nullable(),
  name: z.string().nullable(),
  reasons: z.array(words.extend({ code: z.string() })),
  cells: z.array(z.string()),
  record: planned.extend({ values: fieldValues }).nullable(),
  changes: z.array(change),
  match: z.object({ id: rowId, name: z.string(), birthOn: listedBirth, unit: z.string().nullable() }).nullable(),
  edited: z.boolean(),
  done: z.string().nullable(),
  personId: rowId.nullable(),
})

/** The same row for who did not bring the file: no cells, and the plan cut like any record. */
export const othersRow = row.extend({
  record: planned
    .extend({
      values: listedFields,
      phones: z.array(z.object({ number: classed(z.string(), 'sensitive', 'phone'), label: z.string() })),
    })
    .nullable(),
})

export const contract = {
  uploadRoster: endpoint({
    method: 'post',
    path: '/imports',
    permission: 'import.prepare',
    summary: { zh: '上传花名册（xlsx、xls、csv）', en: 'Upload a roster (xlsx, xls, csv)' },
    input: z.object({
      name: z.string().min(1).max(200),
      asOf: z.iso.date().optional(),
    }),
    output: z.object({ id: rowId }),
    body: 'bytes',
    maxBytes: MAX_FILE,
  }),
  listImports: endpoint({
    method: 'get',
    path: '/imports',
    permission: 'import.prepare',
    summary: { zh: '导入批次', en: 'Import batches' },
    input: z.object({ ...paging }),
    output: z.object({ items: z.array(batch), total: z.int() }),
  }),
  readImport: endpoint({
    method: 'get',
    path: '/imports/:id',
    permission: 'import.prepare',
    summary: { zh: '一个批次：进度、统计、列的对应', en: 'One batch: progress, counts, column mapping' },
    input: z.object({ id: rowId }),
    output: batch.extend({ tables: z.array(table) }),
  }),
  remapImport: endpoint({
    method: 'post',
    path: '/imports/:id/mapping',
    permission: 'import.prepare',
    summary: { zh: '更正列的对应并重新预览', en: 'Correct the mapping and preview again' },
    input: z.object({
      id: rowId,
      columns: z
        .array(z.object({ sheet: z.string(), table: z.int(), index: z.int(), field: z.string().nullable() }))
        .max(2000),
      remember: z.boolean().default(true),
    }),
    output: done,
    refusals: [{ code: 'import.not_planned', status: 409 }],
  }),
  listImportRows: endpoint({
    method: 'get',
    look: { people: ['items.personId'], shows: ['row'] },
    path: '/imports/:id/rows',
    permission: 'import.prepare',
    summary: { zh: '预览的行', en: 'Rows of the preview' },
    input: z.object({
      id: rowId,
      plan: plan.optional(),
      reason: z.string().max(40).optional(),
      sheet: z.string().optional(),
      q: z.string().max(60).optional(),
      ...paging,
    }),
    output: z.object({ items: z.array(row), total: z.int() }),
  }),
  editImportRow: endpoint({
    method: 'put',
    path: '/imports/:id/rows/:seq',
    permission: 'import.prepare',
    summary: {
      zh: '就地改正一行，系统重新判断',
      en: 'Correct one row in place; it is judged again',
    },
    input: z.object({
      id: rowId,
      seq: z.int(),
      record: planned.omit({ unitName: true, placeName: true, idStatus: true }),
    }),
    output: row,
    refusals: [
      { code: 'import.not_planned', status: 409 },
      { code: 'import.own_file_only', status: 403 },
    ],
  }),
  decideImportRows: endpoint({
    method: 'post',
    path: '/imports/:id/decisions',
    permission: 'import.prepare',
    summary: { zh: '逐行或按原因决定', en: 'Decide row by row or for a reason' },
    input: z.object({
      id: rowId,
      seqs: z.array(z.int()).max(10_000).optional(),
      reason: z.string().max(40).optional(),
      plan: plan.optional(),
      decision: z.enum(['accept', 'skip', 'new', 'match']).nullable(),
      matchId: rowId.optional(),
    }),
    output: z.object({ decided: z.int() }),
    refusals: [{ code: 'import.not_planned', status: 409 }],
  }),
  applyImport: endpoint({
    method: 'post',
    path: '/imports/:id/apply',
    permission: 'import.apply',
    summary: { zh: '执行：与预览完全一致', en: 'Apply exactly the plan' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [{ code: 'import.not_planned', status: 409 }],
  }),
  undoImport: endpoint({
    method: 'post',
    path: '/imports/:id/undo',
    permission: 'import.apply',
    summary: { zh: '撤销整个批次', en: 'Undo the whole batch' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [
      { code: 'import.not_applied', status: 409 },
      { code: 'import.built_upon', status: 409 },
    ],
  }),
  discardImport: endpoint({
    method: 'delete',
    path: '/imports/:id',
    permission: 'import.prepare',
    summary: { zh: '放弃未执行的批次', en: 'Discard a batch that was not applied' },
    input: z.object({ id: rowId }),
    output: done,
  }),
  downloadBadRows: endpoint({
    method: 'get',
    look: { shows: ['row'] },
    path: '/imports/:id/bad-rows',
    permission: 'import.prepare',
    summary: {
      zh: '下载有问题的行（带原因列，改后可再导入）',
      en: 'The bad rows with a reason column, to correct and import again',
    },
    input: z.object({ id: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [{ code: 'import.own_file_only', status: 403 }],
  }),
}
