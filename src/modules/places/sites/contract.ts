import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { day, placeCodeText } from '../contract.ts'
import { isAbolished, outsideArea, wrongDay } from '../words.ts'
import * as no from './words.ts'

export const siteKind = z.enum([
  'venue',
  'station',
  'clinic',
  'hospital',
  'shop',
  'school',
  'canteen',
  'service_centre',
  'other',
])

const siteFacts = z.object({
  placeCode: placeCodeText,
  kind: siteKind,
  name: z.string().trim().min(1, '请填写名称').max(100),
  address: z.string().trim().max(200).nullable().default(null),
  /** The public number of a business, not of a person. */
  phone: z.string().trim().max(40).nullable().default(null),
  unitId: rowId.nullable().default(null),
  lon: z.number().min(73).max(136).nullable().default(null),
  lat: z.number().min(3).max(54).nullable().default(null),
  isShared: z.boolean().default(false),
  opens: z.string().trim().max(100).nullable().default(null),
})

const site = z.object({
  id: rowId,
  placeCode: placeCodeText,
  place: z.string(),
  kind: siteKind,
  name: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  unitId: rowId.nullable(),
  unit: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  isShared: z.boolean(),
  opens: z.string().nullable(),
  closedOn: z.string().nullable(),
  can: z.object({ change: z.boolean() }),
})

const noRow = { code: 'row.not_found', status: 404 }
const mayRefuse = [noRow, outsideArea, isAbolished, no.siteExists, no.noSuchUnit, no.halfLocated]

export const contract = {
  listSites: endpoint({
    method: 'get',
    path: '/sites',
    permission: 'places.read',
    summary: { zh: '场所列表', en: 'Venues, clinics, shops and other sites' },
    input: z.object({
      under: placeCodeText.optional(),
      kind: siteKind.optional(),
      q: z.string().trim().max(60).optional(),
      closed: z.boolean().default(false),
      ...paging,
    }),
    output: listOf(site),
  }),
  addSite: endpoint({
    method: 'post',
    path: '/sites',
    permission: 'places.manage',
    summary: { zh: '登记场所', en: 'Register a site' },
    input: siteFacts,
    output: z.object({ id: rowId }),
    refusals: mayRefuse,
  }),
  changeSite: endpoint({
    method: 'put',
    path: '/sites/:id',
    permission: 'places.manage',
    summary: { zh: '修改场所', en: 'Change a site' },
    input: siteFacts.extend({ id: rowId }),
    output: done,
    refusals: [...mayRefuse, no.siteClosed],
  }),
  closeSite: endpoint({
    method: 'post',
    path: '/sites/:id/close',
    permission: 'places.manage',
    summary: { zh: '停用场所', en: 'Close a site' },
    input: z.object({ id: rowId, on: day.optional() }),
    output: done,
    refusals: [noRow, outsideArea, no.siteClosed, wrongDay],
  }),
}
