import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import * as no from './words.ts'

const day = z.iso.date('日期请写成 2026-01-31')
const unitKinds = ['original_unit', 'managing_unit', 'other_unit'] as const

const affiliation = z.object({
  id: rowId,
  kind: z.enum([...unitKinds, 'home', 'branch', 'functional_branch', 'group', 'team']),
  unitId: rowId.nullable(),
  unitName: z.string().nullable(),
  placeCode: z.string().nullable(),
  placeName: z.string().nullable(),
  address: classed(z.string().nullable(), 'pi', 'address'),
  /** First and last day; null where unknown, and while it lasts. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  isCurrent: z.boolean(),
  note: z.string().nullable(),
  can: z.object({ end: z.boolean() }),
})

export const contract = {
  listAffiliations: endpoint({
    method: 'get',
    look: { shows: ['affiliations'] },
    path: '/people/:id/affiliations',
    permission: 'people.read',
    summary: { zh: '归属：原单位、现管单位、居住地（含历史）', en: 'Affiliations with their history' },
    input: z.object({ id: rowId }),
    output: z.object({ items: z.array(affiliation) }),
  }),
  addAffiliation: endpoint({
    method: 'post',
    path: '/people/:id/affiliations',
    permission: 'people.write',
    summary: { zh: '增加一个单位归属（不影响其他归属）', en: 'Add a unit; no other affiliation ends' },
    input: z.object({
      id: rowId,
      kind: z.enum(unitKinds),
      unitId: rowId,
      from: day.nullable().default(null),
      note: z.string().max(200).nullable().default(null),
    }),
    output: z.object({ affiliationId: rowId }),
    refusals: [no.alreadyAffiliated, no.noSuchUnit, no.unitIsClosed, no.wrongDay, no.mergedAway],
  }),
  endAffiliation: endpoint({
    method: 'post',
    path: '/people/:id/affiliations/:affiliationId/end',
    permission: 'people.write',
    summary: { zh: '结束一个归属（自该日起不再归属）', en: 'End one affiliation, from a day on' },
    input: z.object({
      id: rowId,
      affiliationId: rowId,
      /** The first day on which it no longer holds. */
      on: day,
      note: z.string().trim().min(2, '请写明原因').max(200),
    }),
    output: done,
    refusals: [no.lastCustodian, no.endsBeforeStart, no.alreadyEnded, no.wrongDay, no.mergedAway],
  }),
  moveHome: endpoint({
    method: 'post',
    path: '/people/:id/home',
    permission: 'people.write',
    summary: { zh: '迁居（原单位责任不变）', en: 'Move home; the original unit’s duties stay' },
    input: z.object({
      id: rowId,
      placeCode: z.string().regex(/^[1-8]\d{18}$/),
      address: z.string().trim().max(200).nullable().default(null),
      /** The first day in the new home. */
      on: day,
      note: z.string().max(200).nullable().default(null),
    }),
    output: done,
    refusals: [no.homeOverlaps, no.sameHome, no.noSuchPlace, no.placeIsAbolished, no.wrongDay, no.mergedAway],
  }),
}
