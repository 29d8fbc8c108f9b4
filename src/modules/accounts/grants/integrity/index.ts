import type { CodedTable } from '#platform/integrity/index.ts'

/** Everything that decides whom a grant lets in where and when (grant_text in migrations/0020_proof.sql). */
export const grantCodes: CodedTable = {
  table: 'account_grant',
  column: 'mac',
  says: 'grant_text(t)',
  words: { zh: '授权', en: 'grants' },
}
