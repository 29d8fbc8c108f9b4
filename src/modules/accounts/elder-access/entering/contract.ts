import { z } from 'zod'
import { done, endpoint, nothing } from '#platform/contract.ts'
import { mobile } from '../../requests/contract.ts'
import { countyNeeded, tooManyTries } from '../../sessions/words.ts'
import { card, relation, relativeName } from '../contract.ts'
import * as no from '../words.ts'

const county = z.int().optional()
const digits = z.string().trim().min(4, '请输入数字').max(30)

export const contract = {
  readDoorway: endpoint({
    method: 'get',
    path: '/own-session/doorway',
    permission: 'public',
    pace: 'read',
    summary: {
      zh: '未登录时能打的电话（本县设置里的），和能不能发手机验证码',
      en: 'Whom to ring before one has signed in, and whether codes reach telephones',
    },
    input: nothing,
    output: z.object({
      items: z.array(z.object({ name: z.string(), phone: z.string().nullable(), sendsCodes: z.boolean() })),
    }),
  }),
  askCode: endpoint({
    method: 'post',
    path: '/own-session/codes',
    permission: 'public',
    pace: 'sign-in',
    summary: {
      zh: '把登录验证码发到手机；不论该号码是否开通，回答都一样',
      en: 'Send a code to a telephone; the answer is the same whoever has it',
    },
    input: z.object({ mobile, county }),
    output: done,
    refusals: [no.entryLocked, tooManyTries, countyNeeded],
  }),
  enterByCode: endpoint({
    method: 'post',
    path: '/own-session/by-code',
    permission: 'public',
    summary: { zh: '用手机验证码登录', en: 'Sign in with the code that came to the telephone' },
    input: z.object({ mobile, code: digits, county }),
    output: done,
    refusals: [no.wrongEntry, no.entryLocked, tooManyTries, countyNeeded],
  }),
  enterByCard: endpoint({
    method: 'post',
    path: '/own-session/by-card',
    permission: 'public',
    summary: { zh: '用社区发的卡片登录', en: 'Sign in with the card of the community' },
    input: z.object({ number: digits, code: digits, county }),
    output: done,
    refusals: [no.wrongEntry, no.entryLocked, tooManyTries, countyNeeded],
  }),
  claimAuthority: endpoint({
    method: 'post',
    path: '/own-claims',
    permission: 'public',
    summary: {
      zh: '家属用老人页面上的代办码申请代办，等老人或社区同意',
      en: 'A relative asks, with the code of the elder’s page, to act for them',
    },
    input: z.object({ code: digits, name: relativeName, relation, mobile, county }),
    /** The card of who was not known before, shown this once: it signs in where no codes reach a telephone, and opens nothing before the word. */
    output: done.extend({ card: card.nullable() }),
    refusals: [no.wrongFamilyCode, no.entryLocked, tooManyTries, countyNeeded],
  }),
}
