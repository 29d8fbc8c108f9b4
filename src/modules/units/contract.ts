import { z } from 'zod'
import { classed, endpoint, listOf, rowId } from '#platform/contract.ts'
import { kindWords, levelWords, natureWords } from './words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string

export const unitKind = z.enum(keysOf(kindWords))
export const unitNature = z.enum(keysOf(natureWords))
export const unitLevel = z.string().refine((text) => text in levelWords, '级别请用 GB/T 12407 的三位代码')
export const unitStatus = z.enum(['open', 'closed'])
export const day = z.iso.date('日期请写成 2026-01-31')
export const unitName = z.string().trim().min(2, '单位名称至少两个字').max(100, '单位名称最多 100 个字')
export const versioned = z.object({ id: rowId, version: z.int().min(1) })

const brief = z.object({ id: rowId, name: z.string(), status: unitStatus })
const nameKind = z.enum(['name', 'short', 'former', 'alias'])

const unitLine = z.object({
  id: rowId,
  code: z.string().nullable(),
  name: z.string(),
  short: z.string().nullable(),
  kind: unitKind,
  nature: unitNature.nullable(),
  level: z.string().nullable(),
  status: unitStatus,
  isVertical: z.boolean(),
  parentId: rowId.nullable(),
  hasChildren: z.boolean(),
  people: z.int(),
})

const unitRecord = unitLine.extend({
  version: z.int(),
  creditCode: z.string().nullable(),
  placeCode: z.string().nullable(),
  place: z.string().nullable(),
  address: z.string().nullable(),
  openedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  note: z.string().nullable(),
  parent: brief.nullable(),
  successor: brief.nullable(),
  predecessors: z.array(brief),
  children: z.array(brief),
  names: z.array(
    z.object({ id: rowId, kind: nameKind, name: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  contacts: z.array(
    z.object({
      id: rowId,
      name: z.string(),
      post: z.string().nullable(),
      phone: classed(z.string().nullable(), 'pi', 'phone'),
      note: z.string().nullable(),
    }),
  ),
  events: z.array(
    z.object({
      id: rowId,
      kind: z.enum(['founded', 'renamed', 'merged', 'split', 'closed', 'reopened', 'changed']),
      on: z.string(),
      otherId: rowId.nullable(),
      other: z.string().nullable(),
      by: z.string().nullable(),
      at: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  /** What the reader may do, by the same rules that will judge the act. */
  can: z.object({ change: z.boolean(), close: z.boolean(), reopen: z.boolean() }),
})

export const contract = {
  listUnits: endpoint({
    method: 'get',
    path: '/units',
    permission: 'units.read',
    summary: {
      zh: '单位列表（按任何名称查找，附在册人数）',
      en: 'Units, found by any of their names, with their people',
    },
    input: z.object({
      q: z.string().trim().max(100).optional(),
      kind: unitKind.optional(),
      nature: unitNature.optional(),
      status: z.enum(['open', 'closed', 'all']).default('open'),
      parentId: rowId.optional(),
      top: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(2000).default(200),
    }),
    output: listOf(unitLine),
  }),
  readUnit: endpoint({
    method: 'get',
    path: '/units/:id',
    permission: 'units.read',
    summary: { zh: '查看一个单位', en: 'Read a unit' },
    input: z.object({ id: rowId }),
    output: unitRecord,
    refusals: [{ code: 'row.not_found', status: 404 }],
  }),
}
