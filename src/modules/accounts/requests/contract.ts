import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { handedOver } from '../activation/contract.ts'
import * as grants from '../grants/words.ts'
import * as identity from '../identity/words.ts'
import { notProven } from '../proof/words.ts'
import { GRANTED_ROLES, REQUEST_KINDS, ROLES } from '../rules.ts'
import { noFactor } from '../second-factor/words.ts'
import { loginName } from '../sessions/contract.ts'
import { loginTaken, notInThisState, notOneself } from '../words.ts'
import * as no from './words.ts'

const place = z.string().regex(/^[1-8]\d{18}$/)
/** A Chinese mobile number, by which the office knows one person from another. */
export const mobile = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, '手机号应为 11 位数字'))

const requestLine = z.object({
  id: rowId,
  account: z.object({ id: rowId, login: z.string(), name: z.string(), mobileTail: z.string().nullable() }),
  kind: z.enum(REQUEST_KINDS),
  /** Null where nothing but an account that stands is asked about. */
  role: z.enum(ROLES).nullable(),
  /** The number that is to be linked, and with which provider. */
  identity: z.object({ issuer: z.string(), subject: z.string() }).nullable(),
  areas: z.array(z.object({ kind: z.enum(['place', 'unit', 'office']), id: z.string(), name: z.string() })),
  until: z.string().nullable(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  decision: z.enum(['approved', 'refused']).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  refusal: z.string().nullable(),
  /** Login names of other accounts of the same natural person, and of people of the same name: whom the decider asks about. */
  samePerson: z.array(z.string()),
  sameName: z.array(z.string()),
  can: z.object({ decide: z.boolean() }),
})

export const contract = {
  requestAccount: endpoint({
    method: 'post',
    path: '/account-requests',
    permission: 'accounts.request',
    summary: { zh: '申请开设账号，待安全管理员审批', en: 'Ask for an account; the security administrator decides' },
    input: z.object({
      login: loginName,
      name: z.string().trim().min(2).max(40),
      mobile,
      role: z.enum(GRANTED_ROLES),
      places: z.array(place).max(20).default([]),
      units: z.array(rowId).max(20).default([]),
      until: z.iso.date('日期请写成 2026-01-31').nullable().default(null),
      reason: z.string().trim().min(2).max(200),
    }),
    output: z.object({ id: rowId }),
    refusals: [loginTaken, no.otherName, no.areaNeeded, grants.noSuchArea, grants.wrongArea, grants.daysOutOfOrder],
  }),
  requestForAccount: endpoint({
    method: 'post',
    path: '/accounts/:id/requests',
    // Held by the three alone; which of them may ask for whom stands in rules.ts.
    permission: 'accounts.read',
    summary: {
      zh: '为不能登录的人申请重发激活码、解除验证器或关联统一身份，待另一位管理员审批',
      en: 'Ask that somebody gets another code, loses their authenticator or is linked; another administrator decides',
    },
    input: z
      .object({
        id: rowId,
        kind: z.enum(REQUEST_KINDS).exclude(['open']),
        subject: z.string().trim().min(1).max(255).optional(),
        reason: z.string().trim().min(2).max(200),
      })
      .refine(({ kind, subject }) => (kind === 'identity') === (subject !== undefined), '关联统一身份请填写编号'),
    output: z.object({ id: rowId }),
    refusals: [notOneself, notInThisState, no.alreadyAsked, noFactor, identity.noProvider, identity.subjectTaken],
  }),
  listRequests: endpoint({
    method: 'get',
    path: '/account-requests',
    permission: 'accounts.read',
    summary: { zh: '账号申请：待审批的与已办结的', en: 'Requests for accounts, waiting and decided' },
    input: z.object({ state: z.enum(['waiting', 'decided']).default('waiting'), ...paging }),
    output: listOf(requestLine),
  }),
  approveRequest: endpoint({
    method: 'post',
    path: '/account-requests/:id/approve',
    // The audit administrator stands in where no other security administrator is left (rules.ts).
    permission: 'accounts.read',
    summary: {
      zh: '同意申请并照办：开设账号或重发激活码的，返回只显示一次的激活码',
      en: 'Approve and do what was asked; a new account or another code answers with a code shown only once',
    },
    input: z.object({ id: rowId }),
    output: z.object({ handed: handedOver.nullable() }),
    refusals: [
      no.decided,
      no.ownRequest,
      no.samePerson,
      notProven,
      noFactor,
      identity.noProvider,
      identity.subjectTaken,
      notInThisState,
      grants.noSuchArea,
      grants.wrongArea,
      grants.daysOutOfOrder,
      grants.otherDuty,
    ],
  }),
  refuseRequest: endpoint({
    method: 'post',
    path: '/account-requests/:id/refuse',
    permission: 'accounts.read',
    summary: { zh: '不同意申请，写明理由', en: 'Refuse, with the reason' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2).max(200) }),
    output: done,
    refusals: [no.decided, no.ownRequest, no.samePerson, notProven],
  }),
}
