import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { type Filing, filingWords, type GroupKind, kindWords } from './rules.ts'
import * as no from './words.ts'

export const groupKind = z.enum(Object.keys(kindWords) as [GroupKind, ...GroupKind[]]) // the keys of the record
const filing = z.enum(Object.keys(filingWords) as [Filing, ...Filing[]]) // the keys of the record
export const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
export const day = z.iso.date('日期请写成 2026-01-31')
const text = (most: number) => z.string().trim().min(1).max(most).nullable().default(null)
export const noRow = { code: 'row.not_found', status: 404 }

const facts = z.object({
  kind: groupKind,
  name: z.string().trim().min(2, '名称至少两个字').max(60, '名称最多 60 个字'),
  interests: z.array(z.string().trim().min(1).max(30)).max(10).default([]),
  purpose: text(500),
  charter: text(5_000),
  placeCode,
  siteId: rowId.nullable().default(null),
  unitId: rowId.nullable().default(null),
  foundedOn: day,
  filing: filing.default('none'),
  filingNo: text(60),
})

const line = z.object({
  id: rowId,
  kind: groupKind,
  name: z.string(),
  interests: z.array(z.string()),
  placeCode: z.string(),
  place: z.string(),
  filing,
  /** Members today, of all people: that somebody sings is nobody's secret, who they are is. */
  members: z.int(),
  head: z.string().nullable(),
  /** When the first of the running terms ends. */
  untilOn: z.string().nullable(),
  term: z.enum(['none', 'runs', 'ends_soon', 'overdue']),
  /** Gatherings held with it this year. */
  held: z.int(),
  foundedOn: z.string(),
  closedOn: z.string().nullable(),
})

const record = line.extend({
  version: z.int(),
  purpose: z.string().nullable(),
  charter: z.string().nullable(),
  siteId: rowId.nullable(),
  site: z.string().nullable(),
  unitId: rowId.nullable(),
  unit: z.string().nullable(),
  filingNo: z.string().nullable(),
  reason: z.string().nullable(),
  can: z.object({ change: z.boolean(), join: z.boolean() }),
})

const mayRefuse = [no.outsideArea, no.nameTaken, no.filingIncomplete, no.noSuchSite, no.wrongDay]

export const contract = {
  listGroups: endpoint({
    method: 'get',
    path: '/groups',
    permission: 'groups.read',
    summary: { zh: '兴趣小组和社团协会', en: 'Interest groups and associations' },
    input: z.object({
      ...paging,
      under: placeCode.optional(),
      kind: groupKind.optional(),
      interest: z.string().max(30).optional(),
      term: z.enum(['ends_soon', 'overdue']).optional(),
      status: z.enum(['open', 'closed', 'all']).default('open'),
      q: z.string().trim().max(60).optional(),
    }),
    output: listOf(line),
  }),
  readGroup: endpoint({
    method: 'get',
    path: '/groups/:id',
    permission: 'groups.read',
    summary: { zh: '一个小组或协会', en: 'One group' },
    input: z.object({ id: rowId }),
    output: record,
    refusals: [noRow],
  }),
  foundGroup: endpoint({
    method: 'post',
    path: '/groups',
    permission: 'groups.manage',
    summary: { zh: '成立小组或协会', en: 'Found a group' },
    input: facts,
    output: z.object({ id: rowId }),
    refusals: mayRefuse,
  }),
  changeGroup: endpoint({
    method: 'put',
    path: '/groups/:id',
    permission: 'groups.manage',
    summary: { zh: '修改章程、宗旨、场地、备案', en: 'Change its charter, purpose, venue or filing' },
    input: facts.extend({ id: rowId, version: z.int() }),
    output: done,
    refusals: [noRow, no.closed, no.changedMeanwhile, ...mayRefuse],
  }),
  dissolveGroup: endpoint({
    method: 'post',
    path: '/groups/:id/dissolve',
    permission: 'groups.manage',
    summary: {
      zh: '解散；成员和任期随之结束，历史保留',
      en: 'Dissolve it; memberships and terms end, their history stays',
    },
    input: z.object({ id: rowId, on: day, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, no.closed, no.outsideArea, no.wrongDay],
  }),
}
