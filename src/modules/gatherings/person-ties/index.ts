import { placeIn } from './ranks.ts'

export { placeIn } from './ranks.ts'

const ORDER = ['in', 'offered', 'waiting', 'invited']
const CAME = ['present', 'home', 'excused', 'absent']
type Row = Record<string, unknown>

const ofOneGathering = (one: Row, other: Row) => one['gathering_id'] === other['gathering_id']

/** A sign-up that gives way to the same person's other one; it holds no place any more. */
export const signUpGivesWay = (row: Row, { at }: { at: string }) =>
  row['status'] === 'cancelled' || row['status'] === 'declined'
    ? null
    : { status: 'cancelled', offered_until: null, ended_at: at, ended_on_behalf: 'clerk' }

/** What this room wrote about a person, where two records turn out to be one. */
export const gatheringTies = [
  {
    table: 'gathering_sign_up',
    column: 'person_id',
    rivals: (one: Row, other: Row) => ofOneGathering(one, other) && ORDER.includes(String(other['status'])),
    rank: (row: Row) => placeIn(ORDER, row['status']),
    ends: signUpGivesWay,
  },
  {
    table: 'gathering_attendance',
    column: 'person_id',
    rivals: ofOneGathering,
    rank: (row: Row) => placeIn(CAME, row['state']),
    swaps: ['state', 'minutes', 'way', 'marked_by', 'marked_at'],
  },
  {
    table: 'gathering_feedback',
    column: 'person_id',
    sealed: ['words_sealed'],
  },
  { table: 'calendar_address', column: 'person_id' },
  {
    table: 'person_code',
    column: 'person_id',
    stays: 'The code on a card is made from the record it was printed for; holder_of_code leads it to the kept one.',
  },
]
