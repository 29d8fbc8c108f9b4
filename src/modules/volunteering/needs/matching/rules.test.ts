import assert from 'node:assert/strict'
import test from 'node:test'
import { defaultLimits } from '#modules/gatherings/codes/index.ts'
import {
  type Crew,
  crewReasons,
  crewScore,
  type Helper,
  kmBetween,
  type NeedFacts,
  nearness,
  reasonsFor,
  scoreOf,
} from './rules.ts'

const HOME = '3714240010230100302'
const need: NeedFacts = {
  kind: 'clinic',
  placeCode: HOME,
  personId: 'elder',
  intensity: 2,
  minutes: 120,
  day: null,
  limits: defaultLimits,
}
const helper: Helper = {
  personId: 'helper',
  placeCode: HOME,
  skills: ['medical'],
  times: [],
  age: 66,
  health: null,
  load: 0,
  limit: 360,
}

for (const [other, expected] of [
  ['3714240010230100300', 'building'],
  ['3714240010230100400', 'grid'],
  ['3714240010230200100', 'community'],
  ['3714240010240000000', 'street'],
  ['3714240020000000000', 'far'],
  [null, 'far'],
] as const)
  test(`from ${HOME} to ${other ?? 'nowhere'} it is: ${expected}`, () => {
    assert.equal(nearness(HOME, other), expected)
  })

test('two homes known only to their community share neither grid nor building', () => {
  assert.equal(nearness('3714240010230000000', '3714240010230000000'), 'community')
})

for (const [what, better, worse] of [
  ['who can do it before who cannot', {}, { skills: ['arts'] }],
  ['who can do it far away before a neighbour who cannot', { placeCode: '3714240010240000000' }, { skills: [] }],
  ['the neighbour before the other street', {}, { placeCode: '3714240020000000000' }],
  ['who has time before who has little left', {}, { load: 200 }],
  ['who has time before who would pass their own limit', {}, { load: 300 }],
  ['who can bear it before who needs consent', {}, { health: '31', age: 86 }],
] as const)
  test(what, () => {
    const [a, b] = [scoreOf(need, { ...helper, ...better }, 5), scoreOf(need, { ...helper, ...worse }, 5)]
    assert.ok((a ?? 0) > (b ?? 0), `${a} > ${b}`)
  })

test('nobody is sent to themselves, nor beyond what the county allows of their strength', () => {
  assert.equal(scoreOf(need, { ...helper, personId: 'elder' }, null), undefined)
  assert.equal(scoreOf({ ...need, intensity: 4 }, { ...helper, age: 82 }, null), undefined)
})

test('who is free on the day they wish for stands before who is not', () => {
  const monday = { ...need, day: 'mon' }
  const free = scoreOf(monday, { ...helper, times: ['mon_am'] }, null) ?? 0
  assert.ok(free > (scoreOf(monday, { ...helper, times: ['tue_am'] }, null) ?? 0))
})

test('every reason is said in words', () => {
  const told = reasonsFor(
    { ...need, day: 'mon' },
    { ...helper, placeCode: '3714240020000000000', load: 300, age: 86, times: ['mon_am'] },
    7,
  )
  assert.deepEqual(
    told.map(({ speaks, zh }) => [speaks, zh]),
    [
      ['for', '专长：医疗护理'],
      ['against', '住在别的街道，约 7 公里'],
      ['against', '近七天已有 5 小时，再加就超过本人上限 6 小时'],
      ['for', '周一有空'],
      ['against', '年龄 86 岁，活动强度偏大'],
    ],
  )
  assert.equal(reasonsFor({ ...need, kind: 'other' }, helper, null)[0]?.zh, '这类需求不限专长')
})

const crew: Crew = { placeCode: '3714240010230000000', place: '广场社区', fields: ['clinic'], members: 10, needs: 2 }

test('a team that serves this kind here stands before one of elsewhere, without members or with its hands full', () => {
  const best = crewScore(need, crew)
  for (const worse of [
    { fields: ['meals'] },
    { placeCode: '3714240010240000000' },
    { placeCode: '3714240020000000000' },
    { members: 0, needs: 0 },
    { needs: 30 },
  ])
    assert.ok(best > crewScore(need, { ...crew, ...worse }), JSON.stringify(worse))
  assert.deepEqual(
    crewReasons(need, crew).map(({ zh }) => zh),
    ['服务内容包括看病陪诊', '服务范围是广场社区', '10 名队员，手上 2 件需求'],
  )
})

test('a tenth of a degree of latitude is eleven kilometres', () => {
  assert.equal(kmBetween({ lon: 116.8, lat: 37 }, { lon: 116.8, lat: 37.1 }), 11)
})
