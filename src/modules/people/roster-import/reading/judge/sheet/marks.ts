import type { Mark } from '../../file/book.ts'
import type { Judged } from '../judged.ts'

/** A colour on one row in five or more is decoration. */
const RARE = 1 / 5

type RowMark = { struck: boolean; fill: string | null }

function most(values: (string | null)[], of: number): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] * 2 > of ? best[0] : null
}

/** The mark of a row as a whole: that of its name, or of most of its cells. */
function rowMark(judged: Judged, nameColumn: number): RowMark {
  const { source } = judged
  const marks: Mark[] = (source?.marks ?? []).filter((mark) => mark !== undefined)
  if (!source || marks.length === 0) return { struck: false, fill: null }
  const filled = source.cells.filter((cell) => cell !== undefined).length
  const onName = source.marks?.[nameColumn]
  const struck = onName?.struck === true || marks.filter((mark) => mark.struck).length * 2 > filled
  const fills = marks.map((mark) => mark.fill)
  return { struck, fill: onName?.fill ?? most(fills, filled) }
}

/** Adds FORMAT_ONLY_MARK to the people of one sheet who are struck through or rarely coloured while no word says why. */
export function judgeMarks(people: { judged: Judged; nameColumn: number }[]): void {
  const marks = people.map(({ judged, nameColumn }) => rowMark(judged, nameColumn))
  const counts = new Map<string, number>()
  for (const { fill } of marks) if (fill !== null) counts.set(fill, (counts.get(fill) ?? 0) + 1)
  for (const [index, { judged }] of people.entries()) {
    const mark = marks[index]
    const isDead = judged.record?.flags?.includes('已故') ?? false
    if (!mark || isDead || judged.refused) continue
    const isRare = mark.fill !== null && (counts.get(mark.fill) ?? 0) < people.length * RARE
    if (mark.struck || isRare) judged.reasons.push('FORMAT_ONLY_MARK')
  }
}
