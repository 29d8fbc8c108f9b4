import { type CodedTable, saysOf } from '#platform/integrity/index.ts'

/** Who agreed to what, how, and whether it still holds. The giver's name is sealed and changes with the keys. */
export const consentCodes: CodedTable = {
  table: 'consent',
  column: 'mac',
  says: saysOf('consent', [
    't.county::text',
    't.id::text',
    't.person_id::text',
    't.purpose',
    't.given_by',
    't.way',
    't.evidence_file_id::text',
    'extract(epoch from t.given_at)::text',
    't.recorded_by::text',
    't.withdrawn_by',
    'extract(epoch from t.withdrawn_at)::text',
    't.withdrawal_recorded_by::text',
  ]),
  words: { zh: '同意', en: 'consents' },
}
