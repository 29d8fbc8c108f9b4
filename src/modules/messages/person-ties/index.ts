type Row = Record<string, unknown>

/** What somebody was told and how they wish to be told, where two records turn out to be one person: the later wish stands. */
export const messageTies = [
  { table: 'message', column: 'person_id', sealed: ['text_sealed'] },
  {
    table: 'message_choice',
    column: 'person_id',
    key: [],
    rivals: () => true,
    rank: (row: Row) => -Date.parse(String(row['at'])),
    swaps: ['way', 'declined', 'by_account', 'on_behalf', 'at'],
  },
]
