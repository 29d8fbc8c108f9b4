import assert from 'node:assert/strict'
import test from 'node:test'
import {
  byCommunity,
  byPerson,
  byTeam,
  daysAfter,
  type Line,
  type NoticeState,
  stateOf,
  sumsOf,
  unnamedOf,
} from './rules.ts'

const line = (personId: string, more: Partial<Line> = {}): Line => ({
  personId,
  teamId: null,
  name: `${personId}*`,
  community: '广场社区',
  team: null,
  minutes: 0,
  earned: 0,
  redeemed: 0,
  donated: 0,
  granted: 0,
  ...more,
})
const lines = [
  line('王', { teamId: 'a', team: '银发队', minutes: 120, earned: 4 }),
  line('王', { redeemed: 10, donated: 3 }),
  line('李', { teamId: 'a', team: '银发队', minutes: 60, earned: 2, name: null }),
  line('赵', { community: '瑞恒社区', teamId: 'b', team: '助餐队', minutes: -30, earned: -1, granted: 7 }),
]

test('the sums of a notice are the sums of its lines, however they are grouped', () => {
  const total = { people: 3, minutes: 150, earned: 5, redeemed: 10, donated: 3, granted: 7 }
  assert.deepEqual(sumsOf(lines), total)
  for (const key of ['minutes', 'earned', 'redeemed', 'donated', 'granted', 'people'] as const) {
    assert.equal(
      byCommunity(lines).reduce((sum, one) => sum + one[key], 0),
      total[key],
      key,
    )
    const named = byPerson(lines).filter(({ name }) => name !== null)
    if (key !== 'people')
      assert.equal(
        named.reduce((sum, one) => sum + one[key], unnamedOf(lines)[key]),
        total[key],
        key,
      )
  }
})

test('a team has what was earned with it; what somebody redeems is no team’s', () => {
  assert.deepEqual(byTeam(lines), [
    { name: '银发队', people: 2, minutes: 180, earned: 6, redeemed: 0, donated: 0, granted: 0 },
    { name: '助餐队', people: 1, minutes: -30, earned: -1, redeemed: 0, donated: 0, granted: 7 },
  ])
})

test('somebody stands in one line with all their teams', () => {
  assert.deepEqual(byPerson(lines)[0], {
    personId: '王',
    name: '王*',
    community: '广场社区',
    teams: ['银发队'],
    minutes: 120,
    earned: 4,
    redeemed: 10,
    donated: 3,
    granted: 0,
  })
})

test('a notice is open to its last day, then over; withdrawn it is withdrawn whatever the day', () => {
  const table: [untilOn: string, withdrawnOn: string | null, today: string, state: NoticeState][] = [
    ['2026-05-01', null, '2026-05-01', 'open'],
    ['2026-05-01', null, '2026-05-02', 'over'],
    ['2026-05-01', '2026-04-20', '2026-04-20', 'withdrawn'],
    ['2026-05-01', '2026-04-20', '2026-06-01', 'withdrawn'],
  ]
  for (const [untilOn, withdrawnOn, today, state] of table)
    assert.equal(stateOf({ untilOn, withdrawnOn }, today), state)
  assert.equal(daysAfter('2026-04-01', 30), '2026-05-01')
})
