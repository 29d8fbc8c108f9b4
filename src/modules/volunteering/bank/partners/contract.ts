import { z } from 'zod'
import { done, endpoint, listOf, rowId } from '#platform/contract.ts'
import { partnerKinds } from '../codes/index.ts'
import * as no from './words.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string

const kind = z.enum(keysOf(partnerKinds))
const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const name = z.string().trim().min(2, '名称至少两个字').max(60, '名称最多 60 个字')

const facts = {
  name,
  kind,
  placeCode,
  unitId: rowId.nullable().default(null),
  address: z.string().trim().max(200).nullable().default(null),
  phone: z.string().trim().max(40).nullable().default(null),
}

const partner = z.object({
  id: rowId,
  name: z.string(),
  kind,
  placeCode: z.string(),
  place: z.string(),
  unitId: rowId.nullable(),
  unit: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  status: z.enum(['open', 'closed']),
  version: z.int(),
  items: z.int(),
  /** Points handed over and not settled yet. */
  payable: z.int(),
})

const item = z.object({
  id: rowId,
  partnerId: rowId,
  partner: z.string(),
  partnerKind: kind,
  address: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  points: z.int(),
  stock: z.int().nullable(),
  monthLimit: z.int().nullable(),
  status: z.enum(['on', 'off']),
  version: z.int(),
  hasPicture: z.boolean(),
})

const itemFacts = {
  name,
  description: z.string().trim().max(500).nullable().default(null),
  points: z.int().min(1, '至少 1 分').max(10_000, '最多 10000 分'),
  stock: z.int().min(0).max(1_000_000).nullable().default(null),
  monthLimit: z.int().min(1).max(1_000).nullable().default(null),
}

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listPartners: endpoint({
    method: 'get',
    path: '/bank/partners',
    permission: 'bank.read',
    summary: { zh: '合作商户', en: 'Partners' },
    input: z.object({}),
    output: listOf(partner),
  }),
  addPartner: endpoint({
    method: 'post',
    path: '/bank/partners',
    permission: 'bank.manage',
    summary: { zh: '登记合作商户', en: 'Register a partner' },
    input: z.object(facts),
    output: z.object({ id: rowId }),
    refusals: [no.nameTaken, no.noSuchUnit, no.noSuchPlace],
  }),
  changePartner: endpoint({
    method: 'put',
    path: '/bank/partners/:id',
    permission: 'bank.manage',
    summary: { zh: '修改商户资料', en: 'Change what is registered of a partner' },
    input: z.object({ id: rowId, version: z.int(), ...facts }),
    output: done,
    refusals: [noRow, no.nameTaken, no.noSuchUnit, no.noSuchPlace, no.changedMeanwhile],
  }),
  closePartner: endpoint({
    method: 'post',
    path: '/bank/partners/:id/close',
    permission: 'bank.manage',
    summary: { zh: '停止合作：不再接受新的兑换，已预留的可以领完', en: 'End it: nothing new is redeemed there' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow],
  }),
  reopenPartner: endpoint({
    method: 'post',
    path: '/bank/partners/:id/reopen',
    permission: 'bank.manage',
    summary: { zh: '恢复合作', en: 'Take it up again' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow],
  }),
  listCounters: endpoint({
    method: 'get',
    path: '/bank/partners/:id/counters',
    permission: 'bank.read',
    summary: { zh: '商户的收银账号', en: 'Who stands behind the counter' },
    input: z.object({ id: rowId }),
    output: listOf(z.object({ accountId: rowId, name: z.string(), login: z.string(), linkedAt: z.string() })),
  }),
  linkCounter: endpoint({
    method: 'post',
    path: '/bank/partners/:id/counters',
    permission: 'bank.manage',
    summary: { zh: '把账号关联到商户', en: 'Put an account behind the counter' },
    input: z.object({ id: rowId, login: z.string().trim().toLowerCase().min(2).max(40) }),
    output: done,
    refusals: [noRow, no.noPartnerAccount, no.linkedElsewhere],
  }),
  unlinkCounter: endpoint({
    method: 'post',
    path: '/bank/partners/:id/counters/:accountId/end',
    permission: 'bank.manage',
    summary: { zh: '取消账号关联', en: 'Take an account from the counter' },
    input: z.object({ id: rowId, accountId: rowId }),
    output: done,
    refusals: [noRow],
  }),
  listItems: endpoint({
    method: 'get',
    path: '/bank/items',
    permission: 'bank.read',
    summary: { zh: '兑换目录', en: 'What can be redeemed' },
    input: z.object({ partnerId: rowId.optional(), status: z.enum(['on', 'off']).optional() }),
    output: listOf(item),
  }),
  addItem: endpoint({
    method: 'post',
    path: '/bank/partners/:id/items',
    permission: 'bank.manage',
    summary: { zh: '增加兑换项目', en: 'Add an item' },
    input: z.object({ id: rowId, ...itemFacts }),
    output: z.object({ id: rowId }),
    refusals: [noRow],
  }),
  changeItem: endpoint({
    method: 'put',
    path: '/bank/items/:id',
    permission: 'bank.manage',
    summary: { zh: '修改兑换项目；已预留的按原价', en: 'Change an item; what is reserved keeps its price' },
    input: z.object({ id: rowId, version: z.int(), status: z.enum(['on', 'off']), ...itemFacts }),
    output: done,
    refusals: [noRow, no.changedMeanwhile],
  }),
}
