import { z } from 'zod'
import { endpoint, nothing, rowId } from '#platform/contract.ts'
import { loginName, password } from '../sessions/contract.ts'
import { weakPassword } from '../sessions/words.ts'
import * as no from './words.ts'

const countyCode = z.int().min(100_000).max(999_999)
const name = (most: number) => z.string().trim().min(2).max(most)

export const contract = {
  setupState: endpoint({
    method: 'get',
    path: '/setup',
    permission: 'public',
    summary: {
      zh: '是否需要首次设置；已设置的县',
      en: 'Whether the first set-up is still to be done, and the counties that exist',
    },
    input: nothing,
    output: z.object({ needed: z.boolean(), counties: z.array(z.object({ county: countyCode, name: z.string() })) }),
  }),
  searchCounties: endpoint({
    method: 'get',
    path: '/setup/counties',
    permission: 'public',
    summary: {
      zh: '按名称或代码查找县（市、区），仅供首次设置',
      en: 'Find a county by name or code, for the first set-up only',
    },
    input: z.object({ q: z.string().trim().max(60) }),
    output: z.object({
      items: z.array(z.object({ county: countyCode, name: z.string(), path: z.string() })),
      total: z.int(),
    }),
    refusals: [no.alreadySetUp],
  }),
  setUp: endpoint({
    method: 'post',
    path: '/setup',
    permission: 'public',
    summary: {
      zh: '首次设置：建县、建局、开设首位管理员并登录',
      en: 'First set-up: the county, its bureau, the first administrator, who is signed in',
    },
    input: z.object({
      code: z.string().max(60),
      county: countyCode,
      countyName: name(60),
      bureau: name(100),
      administrator: z.object({ login: loginName, name: z.string().trim().min(1).max(40), password }),
    }),
    output: z.object({ id: rowId, streets: z.int(), communities: z.int() }),
    refusals: [no.alreadySetUp, no.wrongSetupCode, no.setupCodeLocked, weakPassword],
  }),
}
