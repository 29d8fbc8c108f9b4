import { z } from 'zod'
import { done, endpoint, nothing, rowId } from '#platform/contract.ts'
import { notProven } from '../proof/words.ts'
import { addressNotAllowed } from '../security-policy/words.ts'
import { entered } from '../sessions/contract.ts'
import * as no from './words.ts'

const county = z.int().min(100_000).max(999_999)
const text = (most: number) => z.string().trim().min(1).max(most)
const provider = z.object({
  name: text(40),
  issuer: text(300),
  clientId: text(200),
  ownAddress: text(200),
  acceptsSecondFactor: z.boolean(),
})

/** What the system administrator wants and the security administrator has not decided. The secret is shown to nobody. */
const wish = provider.extend({ id: rowId, askedBy: z.string(), askedAt: z.string() })
const seen = z.object({ id: rowId })

export const contract = {
  identityChoices: endpoint({
    method: 'get',
    path: '/session/identity',
    permission: 'public',
    summary: { zh: '哪些县可以用统一身份登录', en: 'Which counties have a unified identity' },
    input: nothing,
    output: z.object({ items: z.array(z.object({ county, name: z.string() })), total: z.int() }),
  }),
  beginIdentity: endpoint({
    method: 'post',
    path: '/session/identity',
    permission: 'public',
    summary: { zh: '转到统一身份认证', en: 'Go to the unified identity' },
    input: z.object({ county }),
    output: z.object({ url: z.string() }),
    refusals: [no.noProvider, no.identityUnreachable, addressNotAllowed],
  }),
  finishIdentity: endpoint({
    method: 'post',
    path: '/session/identity/return',
    permission: 'public',
    summary: { zh: '从统一身份认证返回后登录', en: 'Sign in after coming back from it' },
    input: z.object({ query: z.string().max(8000) }),
    output: entered,
    refusals: [no.identityRefused, no.identityUnreachable, no.notLinked, no.noProvider, addressNotAllowed],
  }),
  showProvider: endpoint({
    method: 'get',
    path: '/identity-provider',
    permission: 'operations.manage',
    summary: { zh: '本县的统一身份认证', en: 'The county’s unified identity' },
    input: nothing,
    output: z.object({ provider: provider.nullable(), wish: wish.nullable() }),
  }),
  setProvider: endpoint({
    method: 'put',
    path: '/identity-provider',
    permission: 'operations.manage',
    summary: {
      zh: '申请接入或修改统一身份认证；安全管理员同意前照旧',
      en: 'Ask to connect or change it; the former stays in force until the security administrator says yes',
    },
    input: provider.extend({ clientSecret: z.string().max(500).optional() }),
    output: done,
    refusals: [no.issuerRefused, no.ownAddressRefused, no.secretNeeded, notProven],
  }),
  showProviderWish: endpoint({
    method: 'get',
    path: '/identity-provider/wish',
    permission: 'policy.manage',
    summary: { zh: '待核准的统一身份认证', en: 'The unified identity that waits to be approved' },
    input: nothing,
    output: z.object({ wish: wish.nullable(), inForce: provider.nullable() }),
  }),
  approveProvider: endpoint({
    method: 'post',
    path: '/identity-provider/wish/:id/approve',
    permission: 'policy.manage',
    summary: {
      zh: '同意启用所申请的统一身份认证',
      en: 'Approve the unified identity that was asked for; it is used from now on',
    },
    input: seen,
    output: done,
    refusals: [no.wishGone, no.ownWish, notProven],
  }),
  refuseProvider: endpoint({
    method: 'post',
    path: '/identity-provider/wish/:id/refuse',
    permission: 'policy.manage',
    summary: { zh: '不同意所申请的统一身份认证', en: 'Refuse the unified identity that was asked for' },
    input: seen,
    output: done,
    refusals: [no.wishGone, no.ownWish, notProven],
  }),
  dropProvider: endpoint({
    method: 'delete',
    path: '/identity-provider',
    permission: 'policy.manage',
    summary: { zh: '停用统一身份认证', en: 'Disconnect it' },
    input: nothing,
    output: done,
    refusals: [notProven],
  }),
  showLink: endpoint({
    method: 'get',
    path: '/accounts/:id/identity',
    permission: 'policy.manage',
    summary: { zh: '一个账号关联的统一身份编号', en: 'The number an account is linked to' },
    input: z.object({ id: rowId }),
    output: z.object({ subject: z.string().nullable() }),
  }),
  unlinkIdentity: endpoint({
    method: 'delete',
    path: '/accounts/:id/identity',
    permission: 'policy.manage',
    summary: { zh: '解除账号的统一身份关联', en: 'Unlink an account' },
    input: z.object({ id: rowId }),
    output: done,
  }),
}
