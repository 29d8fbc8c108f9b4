import { z } from 'zod'
import { done, endpoint, nothing } from '#platform/contract.ts'
import { notProven } from '../proof/words.ts'
import { FIGURES, type Figure, PROFILES } from './figures/index.ts'
import { policyRefused } from './words.ts'

const figures = Object.fromEntries(FIGURES.map((figure) => [figure, z.number()])) as Record<Figure, z.ZodNumber> // one for each figure
const networks = z.array(z.string().trim().max(60)).max(100)

export const securityPolicy = z.object({
  ...figures,
  passwordProfile: z.enum(PROFILES),
  secondFactor: z.enum(['required', 'optional']),
  staffNetworks: networks,
  administratorNetworks: networks,
})

export const contract = {
  showPolicy: endpoint({
    method: 'get',
    path: '/security-policy',
    permission: 'policy.manage',
    summary: { zh: '本县的登录与密码策略', en: 'The county’s rules for passwords and sign-in' },
    input: nothing,
    output: securityPolicy.extend({
      /** From where the reader asks, as the server sees it. */
      yourAddress: z.string().nullable(),
      limits: z.record(z.enum(FIGURES), z.object({ least: z.number(), most: z.number() })),
    }),
  }),
  setPolicy: endpoint({
    method: 'put',
    path: '/security-policy',
    permission: 'policy.manage',
    summary: {
      zh: '修改登录与密码策略；低于底线的设置会被拒绝',
      en: 'Change them; what lies below the floor is refused',
    },
    input: securityPolicy,
    output: done,
    refusals: [policyRefused, notProven],
  }),
}
