import { z } from 'zod'
import { endpoint, nothing } from '#platform/contract.ts'
import { notProven } from '../proof/words.ts'
import { entered } from '../sessions/contract.ts'
import { nameLocked, tooManyTries } from '../sessions/words.ts'
import * as no from './words.ts'

const code = z.string().trim().min(1).max(40)
const recoveryCodes = z.array(z.string())

export const contract = {
  giveCode: endpoint({
    method: 'post',
    path: '/session/second-factor',
    permission: 'signed-in',
    summary: {
      zh: '登录第二步：验证器上的六位数字，或一个恢复码',
      en: 'Second step of signing in: six digits of the authenticator, or a recovery code',
    },
    input: z.object({ code }),
    output: entered,
    refusals: [no.codeWrong, no.notAtThisStage, nameLocked, tooManyTries],
  }),
  mySecondFactor: endpoint({
    method: 'get',
    path: '/my/second-factor',
    permission: 'accounts.self',
    summary: { zh: '我的验证器', en: 'My authenticator' },
    input: nothing,
    output: z.object({ enrolledAt: z.string().nullable(), recoveryCodesLeft: z.int() }),
  }),
  beginEnrolment: endpoint({
    method: 'post',
    path: '/my/second-factor',
    permission: 'signed-in',
    summary: { zh: '生成验证器密钥（二维码与文字）', en: 'Make a key for an authenticator, as an address and as text' },
    input: nothing,
    output: z.object({ seed: z.string(), address: z.string() }),
    refusals: [no.notAtThisStage, notProven],
  }),
  finishEnrolment: endpoint({
    method: 'put',
    path: '/my/second-factor',
    permission: 'signed-in',
    summary: {
      zh: '输入第一个验证码完成绑定；返回只显示一次的恢复码',
      en: 'Give the first code; answers with recovery codes shown only once',
    },
    input: z.object({ code }),
    output: entered.extend({ recoveryCodes }),
    refusals: [no.codeWrong, no.notBegun, no.notAtThisStage, notProven, nameLocked],
  }),
  renewRecoveryCodes: endpoint({
    method: 'post',
    path: '/my/second-factor/recovery-codes',
    permission: 'accounts.self',
    summary: { zh: '重新生成恢复码，原来的作废', en: 'Make new recovery codes; the former ones are void' },
    input: nothing,
    output: z.object({ recoveryCodes }),
    refusals: [no.noFactor, notProven],
  }),
}
