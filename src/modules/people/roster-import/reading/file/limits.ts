/** What a roster may cost. A county's 200,000 rows of 20 columns unpack to some 300 MB at 10:1; a bomb does far worse. */
export const LIMITS = {
  zipEntries: 20_000,
  sheets: 5_000,
  columns: 1_000,
  rows: 600_000,
  cells: 15_000_000,
  /** Bytes of one part that is read at once (styles, workbook, comments). */
  smallPart: 32 << 20,
  unpacked: 1536 << 20,
  /** Up to here any ratio is harmless; beyond it a part that shrinks more than `ratio` times is no table. */
  unpackedFreely: 24 << 20,
  ratio: 100,
  /** Rows of a sheet in which nothing is headed 姓名 before the rest is passed over: it is no roster. */
  rowsWithoutName: 3_000,
  /** Bytes of sheet XML that hold rows and cells without a value. */
  emptiness: 160 << 20,
  /** Old binary workbooks and text are read in one piece. */
  wholeFile: 96 << 20,
}
