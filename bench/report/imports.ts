import type { ImportTimes } from '../roster/import.ts'

export function importTable(imports: readonly ImportTimes[]): string {
  const rows = imports.map(
    (one) =>
      `| ${one.rows.toLocaleString('en')} | ${one.megabytes.toFixed(1)} | ${one.preview.toFixed(2)} | ${one.apply.toFixed(2)} | ${one.copy.toFixed(2)} | ${(one.apply / one.copy).toFixed(1)} | ${one.created.toLocaleString('en')} |`,
  )
  return [
    '## Import (xlsx)\n',
    '| rows | MB | preview s | apply s | COPY s | apply ÷ COPY | people made |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
