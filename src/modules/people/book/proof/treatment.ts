import type { Vault } from '#platform/crypto/index.ts'
import { type CodedTable, saysOf, textOf } from '#platform/integrity/index.ts'
import type { Columns } from '../row.ts'

const GRADE = ['rank_treatment', 'treatment_approved_on', 'treatment_approval_no', 'medical_treatment'] as const
const FIELDS: ReadonlySet<string> = new Set([
  'rankTreatment',
  'treatmentApprovedOn',
  'treatmentApprovalNo',
  'medicalTreatment',
])

export const treatmentCodes: CodedTable = {
  table: 'person',
  column: 'treatment_mac',
  says: saysOf('treatment', ['t.county::text', 't.id::text', ...GRADE.map((column) => `t.${column}::text`)]),
  except: `t.status = 'erased'`,
  words: { zh: '待遇', en: 'treatment grades' },
}

/** The code over a row that is about to be written; none where nothing of it changes. */
export function treatmentCode(vault: Vault, row: Columns, changed?: readonly string[]): Columns {
  if (changed && !changed.some((key) => FIELDS.has(key))) return {}
  const values = ['county', 'id', ...GRADE].map((column) => row[column])
  return { treatment_mac: vault.mac(textOf('treatment', values.map(asText))) }
}

function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
