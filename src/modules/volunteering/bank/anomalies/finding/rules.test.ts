import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type CodeTrace,
  completed,
  FINDING_KINDS,
  type FindingKind,
  findAnomalies,
  type GiftTrace,
  type Judgement,
  type RedemptionTrace,
  type ServiceTrace,
  USUAL_LIMITS,
} from './index.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const NOON = Date.parse('2026-06-01T12:00:00+08:00')
type Rows = {
  redemptions?: RedemptionTrace[]
  services?: ServiceTrace[]
  gifts?: GiftTrace[]
  codes?: CodeTrace[]
}

let ids = 0
const id = () => `r${(ids += 1)}`
/** A redemption collected ten minutes after it was reserved; `at` counts from noon of 1 June. */
function taken(at: number, more: Partial<RedemptionTrace> = {}): RedemptionTrace {
  const times = { at: NOON + at, handedAt: NOON + at + 10 * MINUTE }
  const who = { personId: 'wang', partnerId: 'shop', partnerKind: 'shop', onBehalf: 'self', by: 'a-wang' } as const
  return { id: id(), ...who, points: 5, status: 'handed_over', handedBy: 'counter', ...times, diedOn: null, ...more }
}
const gone = (at: number): RedemptionTrace => ({ ...taken(at), status: 'undone', handedAt: null, handedBy: null })
const served = (at: number, more: Partial<ServiceTrace> = {}): ServiceTrace => ({
  id: id(),
  personId: 'wang',
  minutes: 60,
  at: NOON + at,
  lateBy: null,
  approvedBy: null,
  wordOf: null,
  diedOn: null,
  ...more,
})
const given = (at: number, personId: string): GiftTrace => ({
  id: id(),
  personId,
  takerId: 'li',
  points: 10,
  at: NOON + at,
})
const mistyped = (at: number, partnerId = 'shop'): CodeTrace => ({ id: id(), partnerId, at: NOON + at })
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
/** A partner's ordinary weeks: every day so many, one a minute, in spring. */
const usualDays = (a_day: number, more: Partial<RedemptionTrace> = {}) =>
  times(20, (day) =>
    times(a_day, (n) => taken(-(day + 45) * DAY + n * MINUTE, { personId: `p${n}`, by: `a${n}`, ...more })),
  ).flat()
const other = (n: number) => ({ personId: `p${n}`, by: `a${n}` })

const TABLE: readonly [FindingKind, string, Rows, Rows][] = [
  [
    'wrong_codes',
    'eight within an hour at one counter, not seven, nor eight at two, nor eight in two hours',
    { codes: times(8, (n) => mistyped(n * 8 * MINUTE)) },
    {
      codes: [
        ...times(7, (n) => mistyped(n * MINUTE)),
        ...times(1, (n) => mistyped(n * MINUTE, 'other')),
        ...times(8, (n) => mistyped(DAY + n * 15 * MINUTE)),
      ],
    },
  ],
  [
    'person_day',
    'six in a day, not five',
    { redemptions: times(6, (n) => taken(n * MINUTE)) },
    { redemptions: times(5, (n) => taken(n * MINUTE)) },
  ],
  [
    'person_day',
    'in one day of the office',
    { redemptions: times(6, (n) => taken(n * MINUTE)) },
    { redemptions: times(6, (n) => taken(n * 150 * MINUTE)) },
  ],
  [
    'same_partner',
    '150 points in a month at one partner',
    { redemptions: times(4, (n) => taken(n * DAY, { points: 40 })) },
    { redemptions: times(4, (n) => taken(n * DAY, { points: 40, partnerId: `b${n}` })) },
  ],
  [
    'same_partner',
    'neither a lunch every day nor three dear things',
    { redemptions: times(4, (n) => taken(n * DAY, { points: 40 })) },
    {
      redemptions: [
        ...times(29, (n) => taken(n * DAY, { points: 4, partnerKind: 'canteen' })),
        ...times(3, (n) => taken(n * DAY, { points: 60, personId: 'li' })),
      ],
    },
  ],
  [
    'two_places',
    'two partners within five minutes, twice',
    { redemptions: times(4, (n) => taken((n >> 1) * DAY + (n % 2) * 2 * MINUTE, { partnerId: `b${n % 2}` })) },
    { redemptions: times(4, (n) => taken((n >> 1) * DAY + (n % 2) * 6 * MINUTE, { partnerId: `b${n % 2}` })) },
  ],
  [
    'drained',
    'after a quiet quarter',
    { redemptions: times(3, (n) => taken((n * DAY) / 2, { points: 60, partnerId: `b${n}` })) },
    { redemptions: [taken(-30 * DAY), ...times(3, (n) => taken((n * DAY) / 2, { points: 60, partnerId: `b${n}` }))] },
  ],
  [
    'churn',
    'ten not collected in a week',
    { redemptions: times(10, (n) => gone(n * 60 * MINUTE)) },
    { redemptions: times(10, (n) => gone(n * DAY)) },
  ],
  [
    'after_death',
    'the day after, not the day itself',
    { redemptions: [taken(0, { diedOn: '2026-05-31' })] },
    { redemptions: [taken(0, { diedOn: '2026-06-01' })] },
  ],
  ['after_death', 'service too', { services: [served(0, { diedOn: '2026-05-30' })] }, { services: [served(0)] }],
  [
    'many_wallets',
    'five people by one family account',
    { redemptions: times(5, (n) => taken(n * DAY, { personId: `p${n}`, onBehalf: 'family', by: 'one' })) },
    { redemptions: times(4, (n) => taken(n * DAY, { personId: `p${n}`, onBehalf: 'family', by: 'one' })) },
  ],
  [
    'clerk_spree',
    'eight people in a day who usually has none',
    { redemptions: times(8, (n) => taken(n * MINUTE, { personId: `p${n}`, onBehalf: 'clerk', by: 'clerk' })) },
    {
      redemptions: [
        ...usualDays(8, { onBehalf: 'clerk', by: 'clerk' }),
        ...times(8, (n) => taken(n * MINUTE, { personId: `p${n}`, onBehalf: 'clerk', by: 'clerk' })),
      ],
    },
  ],
  [
    'one_hand',
    'reserved and handed over by one account',
    { redemptions: [taken(0, { by: 'x', handedBy: 'x' })] },
    { redemptions: [taken(0, { by: null })] },
  ],
  [
    'shop_rush',
    'twelve in an hour where one is usual',
    { redemptions: [...usualDays(1), ...times(12, (n) => taken(n * MINUTE, other(n)))] },
    { redemptions: [...usualDays(12), ...times(12, (n) => taken(n * MINUTE, other(n)))] },
  ],
  [
    'shop_surge',
    'sixty in twenty days, three times the usual',
    {
      redemptions: [
        ...times(60, (n) => taken(-(n + 30) * DAY, other(n))),
        ...times(61, (n) => taken(-n * 0.3 * DAY, other(n))),
      ],
    },
    { redemptions: times(400, (n) => taken(-n * 0.3 * DAY, other(n))) },
  ],
  [
    'same_amounts',
    'fifteen of one price in a day',
    { redemptions: [...usualDays(2), ...times(15, (n) => taken(n * 20 * MINUTE, other(n)))] },
    { redemptions: [...usualDays(2), ...times(15, (n) => taken(n * 20 * MINUTE, { ...other(n), points: n + 1 }))] },
  ],
  [
    'same_amounts',
    'who is new is measured by its kind',
    { redemptions: times(15, (n) => taken(n * 20 * MINUTE, other(n))) },
    { redemptions: [...usualDays(12, { partnerId: 'old' }), ...times(15, (n) => taken(n * 20 * MINUTE, other(n)))] },
  ],
  [
    'instant',
    'five within fifteen seconds',
    { redemptions: times(5, (n) => taken(n * DAY, { handedAt: NOON + n * DAY + 9_000 })) },
    { redemptions: times(5, (n) => taken(n * DAY, { handedAt: NOON + n * DAY + 40_000 })) },
  ],
  [
    'night',
    'three after ten in the evening',
    { redemptions: times(3, (n) => taken(n * DAY + 640 * MINUTE)) },
    { redemptions: times(3, (n) => taken(n * DAY + 560 * MINUTE)) },
  ],
  [
    'hours',
    'a hundred and twenty in a month',
    { services: times(24, (n) => served(n * DAY, { minutes: 300 })) },
    { services: times(23, (n) => served(n * DAY, { minutes: 300 })) },
  ],
  [
    'long_days',
    'ten whole days of fourteen',
    { services: times(10, (n) => served(n * DAY, { minutes: 430 })) },
    { services: times(10, (n) => served(n * 2 * DAY, { minutes: 430 })) },
  ],
  [
    'late_entries',
    'four of one volunteer',
    { services: times(4, (n) => served(n * DAY, { lateBy: 'x', approvedBy: `y${n}` })) },
    { services: times(4, (n) => served(n * 11 * DAY, { lateBy: 'x', approvedBy: `y${n}` })) },
  ],
  [
    'late_pair',
    'ten by one pair, of several people',
    { services: times(10, (n) => served(n * DAY, { personId: `p${n % 5}`, lateBy: 'x', approvedBy: 'y' })) },
    { services: times(10, (n) => served(n * DAY, { personId: `p${n % 5}`, lateBy: 'x', approvedBy: `y${n % 2}` })) },
  ],
  [
    'one_word',
    'forty hours of one volunteer',
    { services: times(10, (n) => served(n * DAY, { minutes: 240, wordOf: 'x' })) },
    { services: times(10, (n) => served(n * DAY, { minutes: 240, wordOf: n % 2 ? 'x' : null })) },
  ],
  [
    'funnel',
    'three give to one',
    { gifts: times(3, (n) => given(n * DAY, `p${n}`)) },
    { gifts: times(3, (n) => given(n * DAY, `p${n % 2}`)) },
  ],
]

const found = (
  rows: Rows,
  limits = USUAL_LIMITS,
  judgedAs?: (kind: FindingKind, record: string) => Judgement | undefined,
) =>
  findAnomalies(
    { redemptions: [], services: [], gifts: [], codes: [], since: NOON - 40 * DAY, ...rows },
    limits,
    judgedAs,
  )
const kindsOf = (rows: Rows) => found(rows).map(({ kind }) => kind)

for (const [kind, what, over, under] of TABLE)
  test(`${kind}: ${what}`, () => {
    assert.ok(kindsOf(over).includes(kind), `found ${kindsOf(over).join() || 'nothing'}`)
    assert.ok(!kindsOf(under).includes(kind), 'the near one was found too')
    const off = completed({ [kind]: { isOn: false, numbers: {} } })
    assert.ok(!found(over, off).some((one) => one.kind === kind), 'found although it is off')
  })

test('every rule stands in the table', () => {
  assert.deepEqual(new Set(TABLE.map(([kind]) => kind)), new Set(FINDING_KINDS))
})

test('what was judged counts no more under its rule, and only there', () => {
  const rows = { redemptions: times(6, (n) => taken(n * MINUTE)) }
  const [first] = rows.redemptions
  const judged = found(rows, USUAL_LIMITS, (kind, record) =>
    kind === 'person_day' && record === first?.id ? 'harmless' : undefined,
  )
  assert.deepEqual(judged, [])
  assert.equal(found(rows, USUAL_LIMITS, (kind) => (kind === 'night' ? 'wrong' : undefined)).length, 1)
})

test('what was judged harmless says what is usual; what was judged wrong does not', () => {
  const rows = { redemptions: [...usualDays(12), ...times(12, (n) => taken(n * MINUTE, other(n)))] }
  const before = new Set(rows.redemptions.filter(({ at }) => at < NOON).map(({ id: one }) => one))
  const rush = (as: Judgement) =>
    found(rows, USUAL_LIMITS, (_, record) => (before.has(record) ? as : undefined)).filter(
      ({ kind }) => kind === 'shop_rush',
    )
  assert.deepEqual([rush('harmless').length, rush('wrong').length], [0, 1])
})

test('what lies wholly before the time looked at is history: it says what is usual and is not found', () => {
  assert.deepEqual(kindsOf({ redemptions: times(6, (n) => taken(n * MINUTE - 60 * DAY)) }), [])
})

test('a number the county has set stands for the shipped one, and no others are believed', () => {
  const set = completed({ person_day: { isOn: true, numbers: { count: 4, points: 9 } } })
  assert.deepEqual(set.person_day.numbers, { count: 4 })
  assert.deepEqual(set.night, USUAL_LIMITS.night)
  assert.equal(found({ redemptions: times(4, (n) => taken(n * MINUTE)) }, set).length, 1)
})
