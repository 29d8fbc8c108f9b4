type Row = Record<string, unknown>
type When = { on: string }

const POSTS = ['head', 'deputy', 'secretary', 'treasurer', 'council', 'honorary']
const REASON = '重复记录合并'
const ofOneGroup = (one: Row, other: Row) => one['group_id'] === other['group_id']
const later = (one: unknown, on: string) => (String(one) > on ? String(one) : on)

/** Groups and offices of a person, where two records turn out to be one: nobody belongs to a group twice or holds two of its posts. */
export const groupTies = [
  {
    table: 'group_member',
    column: 'person_id',
    rivals: (one: Row, other: Row) => ofOneGroup(one, other) && other['left_on'] === null,
    ends: (row: Row, { on }: When) =>
      row['left_on'] === null ? { left_on: later(row['joined_on'], on), reason: REASON } : null,
  },
  {
    table: 'group_officer',
    column: 'person_id',
    rivals: (one: Row, other: Row) => ofOneGroup(one, other) && other['ended_on'] === null,
    rank: (row: Row) => POSTS.indexOf(String(row['post'])),
    ends: (row: Row, { on }: When) =>
      row['ended_on'] === null ? { ended_on: later(row['from_on'], on), reason: REASON } : null,
  },
]
