import { z } from 'zod'
import { endpoint } from '#platform/contract.ts'
import { day, placeCodeText } from '../contract.ts'
import { isAbolished, outsideArea, wrongDay } from '../words.ts'
import * as no from './words.ts'

export const placeName = z.string().trim().min(1, '请填写名称').max(60, '名称最多 60 个字')
const here = z.object({ code: placeCodeText })
const noPlace = { code: 'row.not_found', status: 404 }

export const contract = {
  addPlace: endpoint({
    method: 'post',
    path: '/places',
    permission: 'places.manage',
    summary: {
      zh: '新增地点（网格、楼栋、单元可由系统编号；乡镇、社区填国家代码）',
      en: 'Add a place; grids, buildings and entrances are numbered, streets and communities have national codes',
    },
    input: z.object({
      under: placeCodeText,
      level: z.enum(['street', 'community', 'grid', 'building', 'entrance']),
      name: placeName,
      number: z.int().min(1).max(999).optional(),
      on: day.optional(),
    }),
    output: here,
    refusals: [
      noPlace,
      outsideArea,
      no.wrongLevel,
      no.numberNeeded,
      no.numberTaken,
      no.noNumberLeft,
      no.nameTaken,
      isAbolished,
      wrongDay,
    ],
  }),
  renamePlace: endpoint({
    method: 'post',
    path: '/places/:code/rename',
    permission: 'places.manage',
    summary: { zh: '地点更名（旧名称保留，仍可查到）', en: 'Rename a place; the old name is kept and still finds it' },
    input: here.extend({ name: placeName, short: placeName.optional(), on: day.optional() }),
    output: here,
    refusals: [noPlace, outsideArea, no.alreadyNamed, no.nameTaken, isAbolished, wrongDay],
  }),
  locatePlace: endpoint({
    method: 'put',
    path: '/places/:code/location',
    permission: 'places.manage',
    summary: { zh: '标注地点坐标', en: 'Put a place on the map' },
    input: here.extend({ lon: z.number().min(73).max(136), lat: z.number().min(3).max(54) }),
    output: here,
    refusals: [noPlace, outsideArea, isAbolished],
  }),
  abolishPlace: endpoint({
    method: 'post',
    path: '/places/:code/abolish',
    permission: 'places.manage',
    summary: {
      zh: '撤销地点（历史保留；住着人时须指定并入的地点）',
      en: 'Abolish a place; its history stays, and its people need a successor',
    },
    input: here.extend({ on: day.optional(), successor: placeCodeText.optional() }),
    output: here.extend({ people: z.int() }),
    refusals: [
      noPlace,
      outsideArea,
      isAbolished,
      no.countyStays,
      no.peopleLiveThere,
      no.communitiesBelow,
      no.badSuccessor,
      wrongDay,
    ],
  }),
}
