import { z } from 'zod'
import { done, endpoint, rowId } from '#platform/contract.ts'
import { loginName, password } from '../sessions/contract.ts'
import { countyNeeded, weakPassword } from '../sessions/words.ts'
import * as no from './words.ts'

export const handedOver = z.object({
  id: rowId,
  login: z.string(),
  name: z.string(),
  code: z.string(),
  until: z.string(),
})
export type HandedOver = z.output<typeof handedOver>

export const contract = {
  activateAccount: endpoint({
    method: 'post',
    path: '/activation',
    permission: 'public',
    summary: { zh: '用一次性激活码设置自己的密码', en: 'Set one’s own password with a one-time code' },
    input: z.object({ login: loginName, code: z.string().min(1).max(60), password, county: z.int().optional() }),
    output: done,
    refusals: [no.wrongActivation, weakPassword, countyNeeded],
  }),
}
