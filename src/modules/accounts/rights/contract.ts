import { z } from 'zod'
import { endpoint, fileAnswer, listOf, nothing, paging, rowId } from '#platform/contract.ts'
import { grantLine } from '../grants/contract.ts'
import { ROLES } from '../rules.ts'
import * as no from './words.ts'

const filters = {
  q: z.string().trim().max(60).default(''),
  role: z.enum(ROLES).optional(),
  endsWithin: z.coerce.number().int().min(1).max(366).optional(),
}
const area = z.object({ kind: z.enum(['place', 'unit']), id: z.string(), name: z.string(), within: z.string() })
const counted = z.object({ id: z.string(), name: z.string(), people: z.int() })

export const contract = {
  listAllGrants: endpoint({
    method: 'get',
    path: '/grants',
    permission: 'accounts.read',
    summary: { zh: '全县授权：谁、什么角色、管哪里、到哪天', en: 'All grants: who, as what, where, until when' },
    input: z.object({ ...filters, ...paging }),
    output: listOf(grantLine.extend({ account: rowId, login: z.string(), holder: z.string() })).extend({
      /** Elders and relatives: how many there are, never who. */
      counted: z.object({ elder: z.int(), family: z.int() }),
    }),
  }),
  exportGrants: endpoint({
    method: 'get',
    path: '/grants-export',
    permission: 'accounts.read',
    summary: { zh: '导出全县授权（xlsx）', en: 'All grants as a workbook' },
    input: z.object(filters),
    output: fileAnswer,
    answer: 'file',
  }),
  exportRoles: endpoint({
    method: 'get',
    path: '/roles-export',
    permission: 'accounts.read',
    summary: { zh: '导出角色权限表（xlsx）', en: 'The table of roles as a workbook' },
    input: nothing,
    output: fileAnswer,
    answer: 'file',
  }),
  findAreas: endpoint({
    method: 'get',
    path: '/areas',
    permission: 'accounts.read',
    summary: {
      zh: '查找可授权的地点和单位（只有名称，没有人员）',
      en: 'Places and units that can be granted: names alone, no people',
    },
    input: z.object({ q: z.string().trim().max(40).default(''), kind: z.enum(['place', 'unit']) }),
    output: listOf(area),
  }),
  previewAccount: endpoint({
    method: 'post',
    path: '/accounts/:id/preview',
    permission: 'grants.manage',
    summary: {
      zh: '预览一个账号能看到什么：菜单、权限、范围和人数，不含任何个人信息（记入审计）',
      en: 'What an account would see: menu, rights, area and numbers, nobody’s data (audited)',
    },
    input: z.object({ id: rowId }),
    output: z.object({
      login: z.string(),
      name: z.string(),
      roles: z.array(z.enum(ROLES)),
      areas: z.array(z.string()),
      permissions: z.array(z.string()),
      sees: z.array(z.enum(['pi', 'sensitive', 'restricted'])),
      /** Living people in its area. */
      people: z.int(),
      communities: z.array(counted),
      units: z.array(counted),
    }),
    refusals: [no.nothingToPreview],
  }),
}
