import { z } from 'zod'
import { classed, done, endpoint, listedBirth, listedPhone, listOf, paging, rowId } from '#platform/contract.ts'
import { tooManyNumbers } from '../by-number/words.ts'
import { fieldOf, fieldOutput } from '../fields/index.ts'
import * as noMerge from './merging/words.ts'
import * as no from './words.ts'

const reasons = z.array(z.enum(no.reasonCodes))
const pairStatus = z.enum(['open', 'different', 'merged'])
const noRow = { code: 'row.not_found', status: 404 }

const brief = z.object({
  id: rowId,
  name: z.string(),
  birthOn: listedBirth,
  unit: z.string().nullable(),
  community: z.string().nullable(),
  phone: listedPhone,
  idStatus: z.string(),
  status: z.string(),
})
export type Brief = z.infer<typeof brief>

const side = brief.extend({
  values: fieldOutput,
  mergedInto: rowId.nullable(),
  phones: z.array(classed(z.string(), 'pi', 'phone')),
  contacts: z.int(),
  family: z.int(),
  /** 原单位：县水利局 — every affiliation of today. */
  affiliations: z.array(z.string()),
  tags: z.array(z.string()),
  updatedAt: z.string(),
})

const pairOf = z.object({ first: rowId, second: rowId })
const fieldKey = z.string().refine((key) => fieldOf(key) !== undefined, '记录中没有这一项')

export const contract = {
  warnDuplicates: endpoint({
    method: 'post',
    path: '/people-duplicates/warn',
    permission: 'people.read',
    summary: { zh: '录入时提示可能重复的人', en: 'While typing: people this may be' },
    input: z.object({
      name: z.string().max(60),
      birthOn: z.string().max(10).optional(),
      idNumber: z.string().max(40).optional(),
      phone: z.string().max(24).optional(),
      unitId: rowId.optional(),
      /** The record being corrected, which is no duplicate of itself. */
      exceptId: rowId.optional(),
    }),
    output: z.object({
      items: z.array(brief.extend({ score: z.int(), reasons })),
      /** Said where the whole identity number stands outside the reader's scope; nothing else is told. */
      elsewhere: z.object({ zh: z.string(), en: z.string() }).nullable(),
    }),
    refusals: [tooManyNumbers],
  }),
  listDuplicates: endpoint({
    method: 'get',
    look: { people: ['items.first.id', 'items.second.id'] },
    path: '/people-duplicates',
    permission: 'people.read',
    summary: { zh: '疑似重复', en: 'Possible duplicates' },
    input: z.object({ status: pairStatus.default('open'), minScore: z.int().min(0).max(100).default(0), ...paging }),
    output: listOf(
      z.object({
        first: brief,
        second: brief,
        score: z.int(),
        reasons,
        status: pairStatus,
        foundAt: z.string(),
        judgedBy: z.string().nullable(),
        judgedAt: z.string().nullable(),
      }),
    ),
  }),
  comparePair: endpoint({
    method: 'get',
    look: { people: ['first.id', 'second.id'] },
    path: '/people-duplicates/:first/:second',
    permission: 'people.read',
    summary: { zh: '并排比较两条记录', en: 'Two records side by side' },
    input: pairOf,
    output: z.object({
      first: side,
      second: side,
      differing: z.array(z.string()),
      score: z.int(),
      reasons,
      status: pairStatus,
      can: z.object({ merge: z.boolean(), judge: z.boolean() }),
    }),
    refusals: [noRow, no.sameRecord],
  }),
  judgeDifferent: endpoint({
    method: 'post',
    path: '/people-duplicates/:first/:second/different',
    permission: 'people.merge',
    summary: { zh: '判定不是同一人', en: 'These are two people' },
    input: pairOf,
    output: done,
    refusals: [noRow, no.sameRecord, no.alreadyJudged, no.alreadyMerged],
  }),
  searchDuplicates: endpoint({
    method: 'post',
    path: '/people-duplicates/search',
    permission: 'people.merge',
    summary: { zh: '重新查找疑似重复', en: 'Look for duplicates again' },
    input: z.object({}),
    /** `found`: open pairs now; `fresh`: those nobody has seen before. */
    output: z.object({ found: z.int(), fresh: z.int() }),
    refusals: [no.searchRunning],
  }),
  mergePeople: endpoint({
    method: 'post',
    path: '/people-merge',
    permission: 'people.merge',
    summary: {
      zh: '合并两条记录（两边历史都保留，可撤销）',
      en: 'Merge two records; both histories stay; can be undone',
    },
    input: z.object({ keptId: rowId, absorbedId: rowId, takeFromAbsorbed: z.array(fieldKey).max(100).default([]) }),
    output: z.object({ mergeId: rowId }),
    refusals: [noRow, no.sameRecord, no.alreadyMerged, { code: 'people.id_taken', status: 409 }],
  }),
  listMerges: endpoint({
    method: 'get',
    look: { people: ['items.kept.id', 'items.absorbed.id'] },
    path: '/people-merge',
    permission: 'people.read',
    summary: { zh: '合并记录', en: 'Merges' },
    input: z.object({ ...paging }),
    output: listOf(
      z.object({
        id: rowId,
        kept: brief,
        absorbed: brief,
        by: z.string().nullable(),
        at: z.string(),
        undoneBy: z.string().nullable(),
        undoneAt: z.string().nullable(),
        can: z.object({ undo: z.boolean() }),
      }),
    ),
  }),
  undoMerge: endpoint({
    method: 'post',
    path: '/people-merge/:id/undo',
    permission: 'people.merge',
    summary: { zh: '撤销合并', en: 'Undo a merge' },
    input: z.object({
      id: rowId,
      /** Asked again after people.merge_built_upon: what was changed since the merge stays on the kept record, the rest goes back. */
      keepLaterChanges: z.boolean().default(false),
    }),
    output: done,
    refusals: [noRow, noMerge.mergeUndone, noMerge.mergeBuiltUpon, { code: 'people.id_taken', status: 409 }],
  }),
}
