import { z } from 'zod'
import { done, endpoint, nothing } from '#platform/contract.ts'
import * as no from './words.ts'

const gateway = z.object({
  url: z.string().trim().min(1, '请填写网关地址').max(300),
  sign: z.string().trim().min(2, '短信签名至少两个字').max(20),
})

export const contract = {
  showGateway: endpoint({
    method: 'get',
    path: '/operations/sms-gateway',
    permission: 'operations.manage',
    summary: { zh: '短信网关与最近的发送结果', en: 'The gateway of text messages, and what became of the last' },
    input: nothing,
    output: z.object({
      gateway: gateway.extend({ changedAt: z.string() }).nullable(),
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
    summary: { zh: '接通或修改短信网关', en: 'Connect or change the gateway' },
    input: gateway.extend({ secret: z.string().max(500).optional() }),
    output: done,
    refusals: [no.addressRefused, no.secretNeeded, no.notProven],
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
