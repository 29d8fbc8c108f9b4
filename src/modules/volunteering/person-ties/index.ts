import { placeIn, signUpGivesWay } from '#modules/gatherings/index.ts'
import { BANK_TIES } from './bank.ts'

type Row = Record<string, unknown>
type When = { at: string; on: string }

const SERVED = ['confirmed', 'served', 'late', 'started', 'claimed', 'waiting']
const POSTS = ['leader', 'deputy', 'member']

/** JSON writes both bounds of a range in one form, so that their texts stand in the order of time. */
function isAtOneTime(one: unknown, other: unknown): boolean {
  const bounds = (range: unknown) =>
    String(range)
      .replaceAll(/["[\])(]/g, '')
      .split(',')
  const [[from = '', to = ''], [start = '', end = '']] = [bounds(one), bounds(other)]
  return (end === '' || from < end) && (to === '' || start < to)
}

const endedToday = (row: Row, { at, on }: When) => {
  const [from = on] = String(row['during']).replaceAll(/[[("]/g, '').split(',')
  const next = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10)
  return { during: `[${from},${next > on ? next : on})`, reason: '重复记录合并', ended_at: at }
}

// One row for each day or person that has more than the rules let count: served twice at once is one service, and the second stays to be judged.
const MORE_THAN_A_DAY = `
  select 1 from kept k join service_record r on r.county = k.county and r.person_id = k.id and r.reversed_at is null
   group by r.served_on having sum(r.minutes) > 480
  union all
  select 1 from kept k join bank_earning e on e.county = k.county and e.person_id = k.id and e.reversed_at is null
    left join bank_rule b on b.county = e.county and b.id = e.rule_id
   group by e.served_on
  having sum(e.counted_minutes) > coalesce(max(b.day_minutes), case when bool_or(e.rule_id is null) then 480 else 1440 end)`

const ofPerson = (table: string) => ({ table, column: 'person_id' })

/** What this room wrote about a person, where two records turn out to be one. */
export const volunteeringTies = [
  {
    ...ofPerson('shift_turn'),
    along: [
      { table: 'service_record', column: 'person_id', key: 'id', via: 'turn_id' },
      { table: 'bank_earning', column: 'person_id', key: 'record_id', via: 'record_id' },
    ],
    refuses: MORE_THAN_A_DAY,
    rivals: (one: Row, other: Row) =>
      SERVED.includes(String(other['status'])) &&
      (one['shift_id'] === other['shift_id'] || isAtOneTime(one['during'], other['during'])),
    rank: (row: Row) => placeIn(SERVED, row['status']),
    ends: (row: Row, { at }: When) =>
      row['status'] === 'claimed' || row['status'] === 'waiting' ? { status: 'cancelled', ended_at: at } : null,
    endsAlso: { table: 'gathering_sign_up', by: 'sign_up_id', ends: signUpGivesWay },
  },
  { ...ofPerson('service_record'), stays: 'It goes with its turn.' },
  { table: 'shift_swap', column: 'to_person_id' },
  { table: 'shift_swap', column: 'leader_id' },
  { table: 'shift', column: 'served_person_id' },
  { table: 'need', column: 'person_id' },
  { table: 'need', column: 'helper_id' },
  {
    ...ofPerson('volunteer'),
    rivals: () => true,
    rank: (row: Row) => (row['left_on'] === null ? 0 : 1),
    swaps: ['left_on', 'left_reason'],
  },
  {
    ...ofPerson('team_member'),
    rivals: (one: Row, other: Row) =>
      one['team_id'] === other['team_id'] && isAtOneTime(one['during'], other['during']),
    rank: (row: Row) => placeIn(POSTS, row['role']),
    ends: endedToday,
  },
  {
    ...ofPerson('trainee'),
    key: ['training_id'],
    rivals: (one: Row, other: Row) => one['training_id'] === other['training_id'],
    rank: (row: Row) => (row['struck_at'] ? 2 : Number(row['result'] !== 'passed')),
    swaps: ['result', 'entered_by', 'entered_at', 'struck_at', 'struck_by', 'reason'],
  },
  ofPerson('post_holding'),
  ofPerson('star_award'),
  ofPerson('service_certificate'),
  ...BANK_TIES,
]
