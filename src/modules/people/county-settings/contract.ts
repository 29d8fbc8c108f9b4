import { z } from 'zod'
import { done, endpoint } from '#platform/contract.ts'
import { badAreaCode, unknownRequired } from './words.ts'

const settings = {
  /** Telephone area code with its zero; empty where numbers are written with it anyway. */
  areaCode: z.string().trim().max(4),
  /** Keys of the catalogue that a complete record fills in. */
  requiredFields: z.array(z.string().max(40)).min(1).max(80),
  /** The telephone that pages tell people to ring. */
  bureauPhone: z.string().trim().max(40),
  /** Under which address others find this system: printed on papers that strangers verify. Empty: the one the paper was asked for under. */
  siteAddress: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: '网址请写成 https://sangyu.example.cn' }).max(200)])
    .default(''),
}

export const contract = {
  readCountySettings: endpoint({
    method: 'get',
    path: '/county-settings',
    permission: 'settings.manage',
    summary: { zh: '本县业务设置', en: 'The county’s working settings' },
    input: z.object({}),
    output: z.object({ ...settings, county: z.int(), name: z.string(), recounting: z.boolean() }),
  }),
  saveCountySettings: endpoint({
    method: 'put',
    path: '/county-settings',
    permission: 'settings.manage',
    summary: { zh: '保存本县业务设置', en: 'Save the county’s working settings' },
    input: z.object(settings),
    output: done,
    refusals: [badAreaCode, unknownRequired],
  }),
}
