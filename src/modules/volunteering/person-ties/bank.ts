type Row = Record<string, unknown>

const BOOKS = 'The books are never rewritten; the invariants read the wallets of one person together.'

export const BANK_TIES = [
  { table: 'bank_earning', column: 'person_id', stays: 'It goes with the turn that earned it.' },
  { table: 'bank_redemption', column: 'person_id' },
  { table: 'bank_gift', column: 'giver_id', stays: BOOKS },
  { table: 'bank_gift', column: 'taker_id', stays: BOOKS },
  { table: 'bank_grant', column: 'taker_id' },
  {
    table: 'bank_notice_line',
    column: 'person_id',
    stays: 'What was published is not published otherwise afterwards.',
  },
  { table: 'bank_request', column: 'heir_id' },
  {
    table: 'bank_request',
    column: 'subject_id',
    only: (row: Row) => row['kind'] === 'inheritance' || row['kind'] === 'inheritance_return',
  },
  { table: 'bank_notice_line', column: 'person_id', key: ['notice_id', 'seq'] },
  {
    table: 'bank_unnamed',
    column: 'person_id',
    rivals: (one: Record<string, unknown>, other: Record<string, unknown>) => !one['ended_at'] && !other['ended_at'],
    rank: (row: Record<string, unknown>) => Number(row['ended_at'] !== null),
    ends: (_: unknown, { at }: { at: string }) => ({ ended_at: at }),
  },
  { table: 'bank_finding', column: 'person_id' },
  { table: 'bank_finding_record', column: 'person_id', stays: 'A finding names what it was found on.' },
  {
    table: 'bank_unnamed',
    column: 'person_id',
    rivals: (_one: Row, other: Row) => other['ended_at'] === null,
    ends: (row: Row, { at }: { at: string }) => (row['ended_at'] === null ? { ended_at: at } : null),
  },
]
