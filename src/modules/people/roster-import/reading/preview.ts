import { basename } from 'node:path'
import type { Directory } from './directory/directory.ts'
import type { FileRefusal } from './file/refusal.ts'
import { readRoster } from './read-roster.ts'
import type { RosterRow } from './shapes.ts'

/** A row as the preview prints it: without the raw cells, and without what is empty. */
export type PreviewRow = Omit<RosterRow, 'cells' | 'reasons'> & { file: string; reasons?: RosterRow['reasons'] }
export type Preview = { rows: PreviewRow[]; refused: (FileRefusal & { file: string })[] }
export type PreviewOptions = { asOf: string; directory: Directory }

/** Judges each file alone, as if the county were empty but for its units and places. Nothing is written anywhere. */
export async function previewFiles(
  files: { path: string; bytes: Uint8Array }[],
  options: PreviewOptions,
): Promise<Preview> {
  const preview: Preview = { rows: [], refused: [] }
  for (const { path, bytes } of files) {
    const file = basename(path)
    const reading = await readRoster({ file, bytes, ...options })
    if (reading.refusal) preview.refused.push({ file, ...reading.refusal })
    for (const { cells: _, reasons, ...row } of reading.rows)
      preview.rows.push({ file, ...row, ...(reasons.length > 0 ? { reasons } : {}) })
  }
  return preview
}
