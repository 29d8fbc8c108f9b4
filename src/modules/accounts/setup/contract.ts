import { z } from 'zod'
import { endpoint, nothing } from '#platform/contract.ts'
import { handedOver } from '../activation/contract.ts'
import { mobile } from '../requests/contract.ts'
import { ADMINISTRATORS } from '../rules.ts'
import { loginName } from '../sessions/contract.ts'
import * as no from './words.ts'

const countyCode = z.int().min(100_000).max(999_999)
const name = (most: number) => z.string().trim().min(2).max(most)
const administrator = z.object({ login: loginName, name: name(40), mobile })

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
      zh: '首次设置：建县、建局、设立三员；返回每人一个只显示一次的激活码，24 小时内有效',
      en: 'First set-up: the county, its bureau, its three administrators; answers with a code for each, shown once, good for a day',
    },
    input: z.object({
      code: z.string().max(60),
      county: countyCode,
      countyName: name(60),
      bureau: name(100),
      administrators: z.record(z.enum(ADMINISTRATORS), administrator),
    }),
    output: z.object({
      streets: z.int(),
      communities: z.int(),
      handedOver: z.array(handedOver.extend({ role: z.enum(ADMINISTRATORS) })),
    }),
    refusals: [no.alreadySetUp, no.wrongSetupCode, no.setupCodeLocked, no.threePeople],
  }),
}
