import { z } from 'zod'
import { endpoint, listOf } from '#platform/contract.ts'
import { isPlaceCode } from './codes.ts'

export const placeCodeText = z
  .string()
  .regex(/^[1-8]\d{18}$/)
  .refine(isPlaceCode, '地点代码不正确')
export const day = z.iso.date('日期请写成 2026-01-31')
export const level = z.enum(['county', 'street', 'community', 'grid', 'building', 'entrance'])
export type Level = z.infer<typeof level>

const placeLine = z.object({
  code: placeCodeText,
  parent: placeCodeText.nullable(),
  level,
  name: z.string(),
  short: z.string(),
  abolishedOn: z.string().nullable(),
  people: z.int(),
  hasChildren: z.boolean(),
})

const placeEvent = z.object({
  id: z.uuid(),
  kind: z.enum(['added', 'renamed', 'abolished', 'moved']),
  on: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

const placeSite = z.object({ id: z.uuid(), kind: z.string(), name: z.string(), address: z.string().nullable() })
const step = z.object({ code: placeCodeText, level, name: z.string(), short: z.string() })

const placeRecord = placeLine.extend({
  formerNames: z.array(z.string()),
  validFrom: z.string(),
  successor: step.nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  ancestors: z.array(step),
  events: z.array(placeEvent),
  sites: z.array(placeSite),
  /** What the reader may do here, by the same rules that will judge the act. */
  can: z.object({ add: z.array(level), change: z.boolean(), abolish: z.boolean() }),
})

export const contract = {
  listPlaces: endpoint({
    method: 'get',
    path: '/places',
    permission: 'places.read',
    summary: {
      zh: '地点列表：下一级，或到社区的整棵树，或按名称查找，附居住人数',
      en: 'Places with their people: the next level, the tree down to communities, or by name',
    },
    input: z.object({
      under: placeCodeText.optional(),
      depth: z.enum(['children', 'communities']).default('children'),
      q: z.string().trim().max(60).optional(),
      abolished: z.boolean().default(false),
    }),
    output: listOf(placeLine),
  }),
  readPlace: endpoint({
    method: 'get',
    path: '/places/:code',
    permission: 'places.read',
    summary: { zh: '查看一个地点', en: 'Read a place' },
    input: z.object({ code: placeCodeText }),
    output: placeRecord,
    refusals: [{ code: 'row.not_found', status: 404 }],
  }),
  placeHistory: endpoint({
    method: 'get',
    path: '/places/:code/history',
    permission: 'places.read',
    summary: { zh: '一个地点及其下级的变更记录', en: 'What happened to a place and to those below it' },
    input: z.object({ code: placeCodeText, limit: z.int().min(1).max(500).default(200) }),
    output: listOf(placeEvent.extend({ code: placeCodeText, name: z.string() })),
    refusals: [{ code: 'row.not_found', status: 404 }],
  }),
}
