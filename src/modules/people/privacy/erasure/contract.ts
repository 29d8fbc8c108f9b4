import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { erasureGrounds, erasureStates, keepReasons } from './rules.ts'

const refusalOf = (code: string, status: number) => ({ code, status })
const askedBy = z.enum(['elder', 'family', 'liaison', 'worker'])
const notNow = refusalOf('privacy.not_erasable', 409)

const line = z.object({
  id: rowId,
  personId: rowId,
  name: z.string().nullable(),
  ground: z.enum(erasureGrounds),
  askedBy,
  reason: z.string().nullable(),
  status: z.enum(erasureStates),
  /** What law keeps it for: as it stands today while it is open, as it stood when it was decided. */
  kept: z.array(z.enum(keepReasons)),
  merged: z.int(),
  requestedBy: z.string().nullable(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), finish: z.boolean(), lift: z.boolean() }),
})

export const contract = {
  requestErasure: endpoint({
    method: 'post',
    path: '/people/:id/erasure',
    permission: 'people.write',
    summary: { zh: '提出删除此人的个人信息', en: 'Ask for a person’s data to be erased' },
    input: z.object({
      id: rowId,
      ground: z.enum(erasureGrounds),
      askedBy: askedBy.default('elder'),
      reason: z.string().trim().min(2, '请写明理由').max(500),
    }),
    output: z.object({ requestId: rowId, kept: z.array(z.enum(keepReasons)) }),
    refusals: [refusalOf('privacy.erasure_open', 409)],
  }),
  listErasures: endpoint({
    method: 'get',
    path: '/erasures',
    permission: 'people.write',
    summary: { zh: '删除申请', en: 'Requests for erasure' },
    input: z.object({ status: z.enum(erasureStates).optional(), personId: rowId.optional(), ...paging }),
    output: listOf(line),
  }),
  decideErasure: endpoint({
    method: 'post',
    path: '/erasures/:id/decide',
    permission: 'people.approve',
    summary: {
      zh: '决定删除申请（须非提出人）；依法须保存的改为仅存储',
      en: 'Decide a request somebody else made; what law keeps is restricted to storage',
    },
    input: z.object({ id: rowId, approve: z.boolean() }),
    output: z.object({ status: z.enum(erasureStates) }),
    refusals: [notNow, refusalOf('privacy.roster_waits', 409)],
  }),
  finishErasure: endpoint({
    method: 'post',
    path: '/erasures/:id/finish',
    permission: 'people.approve',
    summary: { zh: '保存期满后彻底删除', en: 'Erase what was restricted, once nothing keeps it' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [notNow],
  }),
  liftRestriction: endpoint({
    method: 'post',
    path: '/erasures/:id/lift',
    permission: 'people.approve',
    summary: { zh: '解除仅存储，恢复使用', en: 'Take a restriction back' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [notNow],
  }),
  withdrawErasure: endpoint({
    method: 'post',
    path: '/erasures/:id/withdraw',
    permission: 'people.write',
    summary: { zh: '撤回自己提出的删除申请', en: 'Withdraw one’s own request' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [notNow],
  }),
}
