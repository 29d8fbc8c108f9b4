import { type Cell, cellText, isDateCell, isNumberCell, serialDate } from '../../file/book.ts'
import { fold, isNothing } from '../text.ts'
import { type DateParts, dateParts } from './date-parts.ts'
import { isLunar, lunarYear } from './lunar.ts'
import { smallNumber } from './numerals.ts'

export type DateRead =
  | { is: 'nothing' }
  | { is: 'date'; parts: DateParts }
  | { is: 'lunar'; year: number | undefined }
  | { is: 'age'; years: number }
  | { is: 'unreadable' }

const AGE = /^(?:现年|今年|年龄|约|大约)*(\d{2,3}|[一二三四五六七八九十]{1,3})(?:周岁|虚岁|岁)/
/** Days are counted in five digits since 1927, in four before; 3000 and more is no year. */
const SERIAL = /^\d{5}$|^[3-9]\d{3}$/
const CLOCK = /[T ]\s*\d{1,2}:\d\d.*$/
const BEFORE = /^(?:约|大约|生于|出生于|公历|阳历|新历|于|自|从)+/
const BEHIND = /(?:以前|之前|前|左右|许|入党|参加(?:革命)?(?:工作)?|工作|(?:离|退)休|出生|生人|生于|生|[(][^()]*[)])+$/

function fromIso(date: string, grain: 'day' | 'month' | 'year'): DateParts | undefined {
  const length = { day: 10, month: 7, year: 4 }[grain]
  return dateParts(date.slice(0, length))
}

/** Years of an age that says it is one: 83岁, 72周岁, 八十三岁. */
export function readAge(text: string): number | undefined {
  const years = AGE.exec(text)?.[1]
  return years === undefined ? undefined : smallNumber(years)
}

function readText(text: string, base1904: boolean): DateRead {
  const folded = fold(text)
  if (isLunar(folded)) return { is: 'lunar', year: lunarYear(folded) }
  const bare = folded.replace(CLOCK, '').replace(/\s/g, '')
  const age = readAge(bare)
  if (age !== undefined) return { is: 'age', years: age }
  const core = bare
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .replace(/[.。、,]+$/, '')
  const parts = SERIAL.test(core) ? fromIso(serialDate(Number(core), base1904), 'day') : dateParts(core)
  return parts ? { is: 'date', parts } : { is: 'unreadable' }
}

/** Any form offices write. A five-digit whole number is a spreadsheet's day; a number counts as it is shown, so 1949.1 with two decimals is October. */
export function readDate(cell: Cell | undefined, base1904: boolean): DateRead {
  if (cell === undefined) return { is: 'nothing' }
  if (isDateCell(cell)) {
    const parts = fromIso(cell.date, cell.grain)
    return parts ? { is: 'date', parts } : { is: 'unreadable' }
  }
  const text = cellText(cell)
  if (isNothing(text)) return { is: 'nothing' }
  const isSerial = isNumberCell(cell) && SERIAL.test(String(cell.value))
  return readText(isSerial ? String(cell.value) : text, base1904)
}
