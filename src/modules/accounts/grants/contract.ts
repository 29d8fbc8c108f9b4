import { z } from 'zod'
import { done, endpoint, listOf, rowId } from '#platform/contract.ts'
import { notProven } from '../proof/words.ts'
import { GRANTED_ROLES, ROLES } from '../rules.ts'
import { lastAdministrator, notInThisState, notOneself } from '../words.ts'
import * as no from './words.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/)
const day = z.iso.date('日期请写成 2026-01-31')

export const grantLine = z.object({
  id: rowId,
  role: z.enum(ROLES),
  /** An administrator's is the office of the county itself, which holds nobody's records. */
  where: z.object({ kind: z.enum(['place', 'unit', 'office']), id: z.string(), name: z.string() }),
  from: z.string(),
  /** The last day, counted. */
  until: z.string().nullable(),
  isValid: z.boolean(),
  /** Stands under its code; one that does not gives no right. */
  isSound: z.boolean(),
  grantedAt: z.string(),
  grantedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
})

export const contract = {
  listGrants: endpoint({
    method: 'get',
    path: '/accounts/:id/grants',
    permission: 'accounts.read',
    summary: { zh: '一个账号现在和以前的全部授权', en: 'All grants of an account, present and past' },
    input: z.object({ id: rowId }),
    output: listOf(grantLine),
  }),
  grantRole: endpoint({
    method: 'post',
    path: '/accounts/:id/grants',
    permission: 'grants.manage',
    summary: {
      zh: '授予角色：在一个地点或一个单位，从哪天到哪天；三员不设范围',
      en: 'Grant a role over a place or a unit, between two days; administrators have no area',
    },
    input: z
      .object({
        id: rowId,
        role: z.enum(GRANTED_ROLES),
        place: placeCode.optional(),
        unit: rowId.optional(),
        from: day.optional(),
        until: day.nullable().default(null),
      })
      .refine(({ place, unit }) => place === undefined || unit === undefined, '地点和单位请选一个'),
    output: z.object({ grant: rowId }),
    refusals: [
      notOneself,
      notInThisState,
      no.noSuchArea,
      no.wrongArea,
      no.daysOutOfOrder,
      no.otherRole,
      no.otherDuty,
      no.alreadyGranted,
      notProven,
    ],
  }),
  revokeGrant: endpoint({
    method: 'delete',
    path: '/accounts/:id/grants/:grant',
    permission: 'grants.manage',
    summary: { zh: '收回一项授权，立即生效', en: 'Revoke a grant; it ends at once' },
    input: z.object({ id: rowId, grant: rowId }),
    output: done,
    refusals: [notOneself, notInThisState, no.alreadyRevoked, lastAdministrator, notProven],
  }),
}
