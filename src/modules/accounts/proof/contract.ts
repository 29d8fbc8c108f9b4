import { z } from 'zod'
import { done, endpoint } from '#platform/contract.ts'
import { password } from '../sessions/contract.ts'
import { tooManyTries } from '../sessions/words.ts'
import { proofWrong } from './words.ts'

export const contract = {
  proveMyself: endpoint({
    method: 'post',
    path: '/my/proof',
    permission: 'accounts.self',
    summary: {
      zh: '确认是本人：输入密码或验证码，15 分钟内有效',
      en: 'Prove it is you by password or code; it counts for 15 minutes',
    },
    input: z
      .object({ password: password.optional(), code: z.string().trim().max(40).optional() })
      .refine((given) => (given.password === undefined) !== (given.code === undefined), '请输入密码或验证码'),
    output: done,
    refusals: [proofWrong, tooManyTries],
  }),
}
