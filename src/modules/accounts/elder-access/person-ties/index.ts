type Row = Record<string, unknown>

/** Whose affairs accounts do, where two records turn out to be one person: the kept record's own account stands, another of theirs ends and a new card is printed. */
export const authorityTies = [
  {
    table: 'own_authority',
    column: 'person_id',
    rivals: (one: Row, other: Row) =>
      other['ended_at'] === null &&
      (one['account_id'] === other['account_id'] || (one['kind'] === 'self' && other['kind'] === 'self')),
    rank: (row: Row) => (row['confirmed_at'] === null ? 1 : 0),
    ends: (row: Row, { at }: { at: string }) =>
      row['ended_at'] === null ? { ended_at: at, end_reason: 'renewed' } : null,
  },
  { table: 'own_code', column: 'person_id' },
]
