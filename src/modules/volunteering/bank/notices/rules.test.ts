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
  tellsOfPool,
  toldOf,
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

/** Communities by a letter: so many who are named, so many who are not, each with a point. */
function notice(cells: Record<string, [named: number, unnamed: number]>): Line[] {
  return Object.entries(cells).flatMap(([community, [named, unnamed]]) =>
    Array.from({ length: named + unnamed }, (_, n) =>
      line(`${community}${n}`, { community, earned: 1, name: n < named ? `${community}*` : null }),
    ),
  )
}

for (const [what, cells, told] of [
  ['everybody is named', { A: [2, 0] }, { earned: 2, unnamed: 0, few: false, A: 2 }],
  ['one is not', { A: [2, 1] }, { earned: 2, unnamed: 0, few: true, A: 2 }],
  ['four are not', { A: [2, 4] }, { earned: 2, unnamed: 0, few: true, A: 2 }],
  ['five are not', { A: [2, 5] }, { earned: 7, unnamed: 5, few: false, A: 7 }],
  ['few there and enough here', { A: [1, 6], B: [3, 1] }, { earned: 10, unnamed: 6, few: true, A: 7, B: 3 }],
  ['few in each, though many in all', { A: [1, 4], B: [1, 4] }, { earned: 2, unnamed: 0, few: true, A: 1, B: 1 }],
  ['nobody of a community is named', { A: [1, 0], B: [0, 2] }, { earned: 1, unnamed: 0, few: true, A: 1 }],
] as const)
  test(`${what}: no figure, nor what is left of one after others, is of fewer than five who are not named`, () => {
    const { sums, communities, unnamed, few } = toldOf(notice(cells as unknown as Parameters<typeof notice>[0])) // the table is read-only
    const byName = Object.fromEntries(communities.map(({ name, earned }) => [name, earned]))
    assert.deepEqual({ earned: sums.earned, unnamed: unnamed.people, few, ...byName }, told)
    assert.equal(
      communities.reduce((sum, one) => sum + one.earned, 0),
      sums.earned,
    )
  })

test('a team has what those who are named earned with it, and says that there are others', () => {
  const of = (n: number, name: string | null) => line(`李${n}`, { teamId: 'a', team: '银发队', earned: 2, name })
  const { teams } = toldOf([of(0, '李*'), ...[1, 2, 3, 4, 5].map((n) => of(n, null))])
  assert.deepEqual(
    teams.map(({ name, people, earned, few }) => [name, people, earned, few]),
    [['银发队', 1, 2, true]],
  )
})

test('the pool is not told where it would tell what somebody left out gave or was given', () => {
  assert.equal(tellsOfPool([line('王', { donated: 5 }), line('李', { name: null, earned: 2 })]), false)
  assert.equal(tellsOfPool([line('王', { donated: 5 }), line('李', { name: null, donated: 2 })]), true)
  assert.equal(tellsOfPool([line('李', { name: null, granted: 2 })]), true)
})
