import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { mobile } from '../requests/contract.ts'
import * as no from './words.ts'

export const card = z.object({ number: z.string(), code: z.string(), until: z.string() })
export const relation = z.string().trim().min(1, '请填写与老人的关系').max(20)
export const relativeName = z.string().trim().min(2, '请填写姓名').max(40)

const access = z.object({
  number: z.string(),
  mobileTail: z.string().nullable(),
  cardUntil: z.string().nullable(),
  openedAt: z.string(),
  openedBy: z.string().nullable(),
  lastSignedInAt: z.string().nullable(),
})

export const authorityLine = z.object({
  id: rowId,
  name: z.string(),
  relation: z.string(),
  mobileTail: z.string().nullable(),
  state: z.enum(['waiting', 'in_force', 'over', 'ended']),
  until: z.string().nullable(),
  askedAt: z.string(),
  confirmedAt: z.string().nullable(),
  confirmedAs: z.enum(['elder', 'community']).nullable(),
  endedAt: z.string().nullable(),
  endReason: z.enum(['withdrawn', 'refused', 'renewed']).nullable(),
})

const noRow = { code: 'row.not_found', status: 404 }
const aPerson = { id: rowId }

export const contract = {
  readAccess: endpoint({
    method: 'get',
    path: '/people/:id/access',
    permission: 'access.manage',
    look: true,
    summary: { zh: '长者登录和家属代办', en: 'An elder’s access, and who acts for them' },
    input: z.object(aPerson),
    output: z.object({ access: access.nullable(), family: z.array(authorityLine) }),
    refusals: [noRow],
  }),
  openAccess: endpoint({
    method: 'post',
    path: '/people/:id/access',
    permission: 'access.manage',
    summary: { zh: '为老同志开通登录，打印卡片', en: 'Open access for an elder; the card is printed once' },
    input: z.object({ ...aPerson, mobile: mobile.nullable().default(null) }),
    output: card,
    refusals: [noRow, no.openBefore, no.notLiving, no.mobileTaken],
  }),
  renewCard: endpoint({
    method: 'post',
    path: '/people/:id/access/card',
    permission: 'access.manage',
    summary: {
      zh: '补发卡片；旧卡和已登录的设备随即失效',
      en: 'Renew the card; the old one and every device signed in end',
    },
    input: z.object(aPerson),
    output: card,
    refusals: [noRow, no.notOpen],
  }),
  withdrawAccess: endpoint({
    method: 'delete',
    path: '/people/:id/access',
    permission: 'access.manage',
    summary: { zh: '收回登录', en: 'Withdraw access' },
    input: z.object(aPerson),
    output: done,
    refusals: [noRow, no.notOpen],
  }),
  giveAuthority: endpoint({
    method: 'post',
    path: '/people/:id/family',
    permission: 'access.manage',
    summary: {
      zh: '登记家属代办；新登记的家属得到一张卡片',
      en: 'Record that a relative acts; a new one is given a card',
    },
    input: z.object({
      ...aPerson,
      name: relativeName,
      relation,
      mobile: mobile.nullable().default(null),
      until: z.iso.date('日期请写成 2026-01-31').nullable().default(null),
    }),
    output: z.object({ authorityId: rowId, card: card.nullable() }),
    refusals: [noRow, no.notLiving, no.actsBefore],
  }),
  renewFamilyCard: endpoint({
    method: 'post',
    path: '/people/:id/family/:authorityId/card',
    permission: 'access.manage',
    summary: {
      zh: '给代办的家属发卡片；原来的卡和已登录的设备随即失效',
      en: 'Give a relative who acts a card; a former one and every device signed in end',
    },
    input: z.object({ ...aPerson, authorityId: rowId }),
    output: card,
    refusals: [noRow, no.authorityOver, no.cardOfElder],
  }),
  confirmAuthority: endpoint({
    method: 'post',
    path: '/people/:id/family/:authorityId/confirm',
    permission: 'access.manage',
    summary: { zh: '核实后确认家属代办', en: 'Confirm, having asked, that a relative acts' },
    input: z.object({ ...aPerson, authorityId: rowId }),
    output: done,
    refusals: [noRow, no.authorityOver],
  }),
  endAuthority: endpoint({
    method: 'delete',
    path: '/people/:id/family/:authorityId',
    permission: 'access.manage',
    summary: { zh: '结束家属代办', en: 'End a relative’s authority' },
    input: z.object({ ...aPerson, authorityId: rowId }),
    output: done,
    refusals: [noRow, no.authorityOver],
  }),
}
