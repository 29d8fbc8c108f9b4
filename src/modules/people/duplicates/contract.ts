import { z } from 'zod'
import { classed, done, endpoint, paging, rowId } from '#platform/contract.ts'
import { fieldOutput } from '../fields/index.ts'

export const reasonCodes = [
  'same_id',
  'same_name_birth',
  'same_name_unit',
  'same_name_phone',
  'similar_name_birth',
  'same_phone',
] as const
const brief = z.object({
  id: rowId,
  name: z.string(),
  birthOn: z.string().nullable(),
  unit: z.string().nullable(),
  community: z.string().nullable(),
  phone: classed(z.string().nullable(), 'pi', 'phone'),
  idTail: z.string().nullable(),
  status: z.string(),
})
const reasons = z.array(z.enum(reasonCodes))

export const contract = {
  warnDuplicates: endpoint({
    method: 'post',
    path: '/people-duplicates/warn',
    permission: 'people.read',
    summary: { zh: '录入时提示可能重复的人', en: 'While typing: people this may be' },
    input: z.object({
      name: z.string().max(60),
      birthOn: z.string().optional(),
      idNumber: z.string().max(20).optional(),
      phone: z.string().max(24).optional(),
      unitId: rowId.optional(),
    }),
    output: z.object({ items: z.array(brief.extend({ score: z.int(), reasons })) }),
  }),
  listDuplicates: endpoint({
    method: 'get',
    path: '/people-duplicates',
    permission: 'people.read',
    summary: { zh: '疑似重复', en: 'Possible duplicates' },
    input: z.object({
      status: z.enum(['open', 'different', 'merged']).default('open'),
      minScore: z.int().min(0).max(100).default(0),
      ...paging,
    }),
    output: z.object({
      items: z.array(
        z.object({ first: brief, second: brief, score: z.int(), reasons, status: z.string(), foundAt: z.string() }),
      ),
      total: z.int(),
    }),
  }),
  comparePair: endpoint({
    method: 'get',
    path: '/people-duplicates/:first/:second',
    permission: 'people.read',
    summary: { zh: '并排比较两条记录', en: 'Two records side by side' },
    input: z.object({ first: rowId, second: rowId }),
    output: z.object({
      first: brief.extend({ values: fieldOutput }),
      second: brief.extend({ values: fieldOutput }),
      differing: z.array(z.string()),
      score: z.int(),
      reasons,
    }),
  }),
  judgeDifferent: endpoint({
    method: 'post',
    path: '/people-duplicates/:first/:second/different',
    permission: 'people.merge',
    summary: { zh: '判定不是同一人', en: 'These are two people' },
    input: z.object({ first: rowId, second: rowId }),
    output: done,
  }),
  mergePeople: endpoint({
    method: 'post',
    path: '/people-merge',
    permission: 'people.merge',
    summary: {
      zh: '合并两条记录（两边历史都保留，可撤销）',
      en: 'Merge two records; both histories stay; can be undone',
    },
    input: z.object({ keptId: rowId, absorbedId: rowId, takeFromAbsorbed: z.array(z.string()).max(100).default([]) }),
    output: z.object({ mergeId: rowId }),
    refusals: [{ code: 'people.already_merged', status: 409 }],
  }),
  listMerges: endpoint({
    method: 'get',
    path: '/people-merge',
    permission: 'people.read',
    summary: { zh: '合并记录', en: 'Merges' },
    input: z.object({ ...paging }),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          kept: brief,
          absorbed: brief,
          by: z.string().nullable(),
          at: z.string(),
          undoneAt: z.string().nullable(),
        }),
      ),
      total: z.int(),
    }),
  }),
  undoMerge: endpoint({
    method: 'post',
    path: '/people-merge/:id/undo',
    permission: 'people.merge',
    summary: { zh: '撤销合并', en: 'Undo a merge' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [
      { code: 'people.merge_undone', status: 409 },
      { code: 'people.merge_built_upon', status: 409 },
    ],
  }),
  searchDuplicates: endpoint({
    method: 'post',
    path: '/people-duplicates/search',
    permission: 'people.merge',
    summary: { zh: '重新查找疑似重复', en: 'Look for duplicates again' },
    input: z.object({}),
    output: z.object({ found: z.int() }),
  }),
}
