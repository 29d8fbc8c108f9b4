import { z } from 'zod'
import { done, endpoint, nothing, rowId } from '#platform/contract.ts'
import * as no from './words.ts'

const gateway = z.object({
  url: z.string().trim().min(1, '请填写网关地址').max(300),
  sign: z.string().trim().min(2, '短信签名至少两个字').max(20),
})

/** What the system administrator wants and the security administrator has not decided. The secret is shown to nobody. */
const wish = gateway.extend({
  id: rowId,
  askedBy: z.string(),
  askedAt: z.string(),
  /** It was in use where this copy was restored from. */
  ofCopy: z.boolean(),
})
const seen = z.object({ id: rowId })

export const contract = {
  showGateway: endpoint({
    method: 'get',
    path: '/operations/sms-gateway',
    permission: 'operations.manage',
    summary: { zh: '短信网关与最近的发送结果', en: 'The gateway of text messages, and what became of the last' },
    input: nothing,
    output: z.object({
      gateway: gateway.extend({ changedAt: z.string() }).nullable(),
      wish: wish.nullable(),
      /** Of the last seven days. */
      sent: z.int(),
      refused: z.int(),
      unreachable: z.int(),
      parts: z.int(),
      waiting: z.int(),
      lastFault: z.object({ at: z.string(), fault: z.string() }).nullable(),
    }),
  }),
  setGateway: endpoint({
    method: 'put',
    path: '/operations/sms-gateway',
    permission: 'operations.manage',
    summary: {
      zh: '申请接通或修改短信网关；安全管理员同意前，原网关照常使用',
      en: 'Ask to connect or change the gateway; the former stays in force until the security administrator says yes',
    },
    input: gateway.extend({ secret: z.string().max(500).optional() }),
    output: done,
    refusals: [no.addressRefused, no.secretNeeded, no.notProven],
  }),
  showGatewayWish: endpoint({
    method: 'get',
    path: '/operations/sms-gateway/wish',
    permission: 'policy.manage',
    summary: { zh: '待核准的短信网关', en: 'The gateway that waits to be approved' },
    input: nothing,
    output: z.object({ wish: wish.nullable(), inForce: gateway.nullable() }),
  }),
  approveGateway: endpoint({
    method: 'post',
    path: '/operations/sms-gateway/wish/:id/approve',
    permission: 'policy.manage',
    summary: { zh: '同意启用所申请的短信网关', en: 'Approve the gateway that was asked for; it is used from now on' },
    input: seen,
    output: done,
    refusals: [no.wishGone, no.ownWish, no.notProven],
  }),
  refuseGateway: endpoint({
    method: 'post',
    path: '/operations/sms-gateway/wish/:id/refuse',
    permission: 'policy.manage',
    summary: { zh: '不同意所申请的短信网关', en: 'Refuse the gateway that was asked for' },
    input: seen,
    output: done,
    refusals: [no.wishGone, no.ownWish, no.notProven],
  }),
  dropGateway: endpoint({
    method: 'delete',
    path: '/operations/sms-gateway',
    permission: 'operations.manage',
    summary: { zh: '停用短信网关；此后的消息列入待打印', en: 'Disconnect it; messages are printed from then on' },
    input: nothing,
    output: done,
    refusals: [no.notProven],
  }),
}
