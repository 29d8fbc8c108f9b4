import { z } from 'zod'
import { endpoint } from '#platform/contract.ts'
import { placeCodeText } from '../contract.ts'
import { siteKind } from '../sites/contract.ts'

const spot = z.object({
  code: placeCodeText,
  short: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  people: z.int(),
  sites: z.int(),
})
const locatedSite = z.object({
  id: z.uuid(),
  placeCode: placeCodeText,
  kind: siteKind,
  name: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
})

export const contract = {
  readSchematic: endpoint({
    method: 'get',
    path: '/places-schematic',
    permission: 'places.read',
    summary: {
      zh: '示意图数据：街道、社区的人数和场所（离线，无需地图底图）',
      en: 'For a schematic map without tiles: streets and communities with their people and sites',
    },
    input: z.object({}),
    output: z.object({
      county: spot,
      streets: z.array(spot.extend({ communities: z.array(spot) })),
      sites: z.array(locatedSite),
    }),
  }),
}
