import { FIELDS, type Field, type MappingOverrides, type RosterReading, type RosterRow } from '../../reading/index.ts'

export type StoredMapping = {
  columns?: { sheet: string; table: number; index: number; field: string | null; headerRow: number | null }[]
}

/** What this bureau said of its columns: for this file table by table, and for any file by header text. Fields this version does not know are left out. */
export function overridesFrom(
  mapping: StoredMapping,
  synonyms: readonly { header: string; field: string }[],
): MappingOverrides {
  const columns = (mapping.columns ?? []).map(({ sheet, headerRow, index, field }) => ({
    sheet,
    index,
    field: fieldNamed(field),
    ...(headerRow === null ? {} : { headerRow }),
  }))
  return {
    columns,
    remembered: Object.fromEntries(synonyms.map((synonym) => [synonym.header, fieldNamed(synonym.field)])),
  }
}

function fieldNamed(name: string | null): Field | 'ignore' {
  return FIELDS.find((field) => field === name) ?? 'ignore'
}

const SAMPLES = 3

/** The tables as found, with a few sample cells of each column, for the page where the mapping is corrected. */
export function tablesFrom(sheets: RosterReading['sheets'], rows: readonly RosterRow[]) {
  const bySheet = Map.groupBy(
    rows.filter((row) => row.class !== 'not-a-person'),
    (row) => row.sheet,
  )
  return sheets.flatMap((sheet) =>
    sheet.tables.map((table, at) => ({
      sheet: sheet.name,
      table: at,
      headerRows: table.headerRows,
      isHidden: sheet.hidden,
      columns: table.columns.map((column) => ({
        index: column.index,
        header: column.header,
        field: column.field,
        samples: samplesOf(bySheet.get(sheet.name) ?? [], { index: column.index, below: table.headerRows[0] ?? 0 }),
      })),
    })),
  )
}

function samplesOf(rows: readonly RosterRow[], { index, below }: { index: number; below: number }): string[] {
  const cells = rows.filter((row) => row.row > below).map((row) => row.cells[index] ?? '')
  return cells.filter(Boolean).slice(0, SAMPLES)
}
