import type { Selectable } from 'kysely'
import type { Vault } from '#platform/crypto/index.ts'
import type { ImportBatch, ImportRow } from '#platform/db/tables.ts'
import type { Planned } from '../contract.ts'

export type StoredRow = Selectable<ImportRow>

export function cellsOf(vault: Vault, row: Pick<StoredRow, 'raw_sealed'>): string[] {
  return JSON.parse(vault.open(row.raw_sealed)) as string[] // sealed by the reading job
}

export function tablesOf<T>(vault: Vault, batch: Pick<Selectable<ImportBatch>, 'tables_sealed'>): T[] {
  return batch.tables_sealed ? (JSON.parse(vault.open(batch.tables_sealed)) as T[]) : [] // sealed by the reading job
}

export function plannedOf(vault: Vault, row: Pick<StoredRow, 'record_sealed'>): Planned | null {
  return row.record_sealed ? (JSON.parse(vault.open(row.record_sealed)) as Planned) : null // sealed by the reading job or an edit
}
