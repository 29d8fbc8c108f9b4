import { tasks } from '#modules/volunteering/index.ts'
import { officeDay, officeTime } from '#platform/clock.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Lang } from '#platform/words.ts'
import type { Corrections, Figures } from '../contract.ts'
import type { Line } from '../roll/index.ts'
import { hoursOf } from '../rules.ts'

type Closing = { at: string; by: string | null; figures: Figures; corrections: Corrections }
export type Book = {
  title: string
  made: string
  closing: Closing | null
  mark: string
  lang: Lang
  lines: Line[]
  totals: Figures
}

const HEAD = {
  zh: ['日期', '时间', '姓名', '志愿者编号', '服务项目', '类别', '地点', '服务队', '分钟', '评价', '备注'],
  en: ['Day', 'Time', 'Name', 'Number', 'Service', 'Kind', 'Place', 'Team', 'Minutes', 'Rating', 'Remark'],
}
const REMARK = {
  zh: { late: '补录', reversed: '已冲正', lateSince: '结账后补录', reversedSince: '结账后冲正' },
  en: { late: 'entered late', reversed: 'reversed', lateSince: 'entered since', reversedSince: 'reversed since' },
}
const SHEET_WIDTHS = [11, 13, 9, 15, 24, 12, 14, 20, 8, 6, 16]
const PAPER_WIDTHS = [52, 36, 36, 0, 58, 50, 32, 54]
const ON_PAPER = [0, 1, 2, 4, 5, 6, 8, 10]

const names: Record<string, { zh: string; en: string }> = tasks

function cellsOf(line: Line, { lang, closing }: Book): (string | number | null)[] {
  const { servedOn, name, number, title, task, place, team, minutes, rating } = line
  const time = `${officeTime(new Date(line.from))}–${officeTime(new Date(line.to))}`
  const remark = remarksOf(line, closing).map((key) => REMARK[lang][key])
  const kind = names[task]?.[lang] ?? task
  return [servedOn, time, name, number, title, kind, place, team, minutes, rating, remark.join(' ') || null]
}

/** What is put right after a closing says so: it stands in no closed figure. */
function remarksOf({ isLate, recordedAt, reversedAt }: Line, closing: Closing | null): (keyof typeof REMARK.zh)[] {
  const isSince = (at: string) => closing !== null && Date.parse(at) > Date.parse(closing.at)
  const remarks: (keyof typeof REMARK.zh)[] = []
  if (isSince(recordedAt)) remarks.push('lateSince')
  else if (isLate) remarks.push('late')
  if (reversedAt) remarks.push(isSince(reversedAt) ? 'reversedSince' : 'reversed')
  return remarks
}

function figuresOf({ services, people, minutes, late, reversed }: Figures, lang: Lang): string {
  const hours = hoursOf(minutes)
  if (lang === 'zh')
    return `：服务 ${services} 次，${people} 人，${hours} 小时；其中补录 ${late} 次；另有冲正 ${reversed} 次`
  return `: ${services} services, ${people} people, ${hours} hours; ${late} entered late; ${reversed} reversed besides`
}

/** Who made it, and whether the month is closed: by whom and when. */
function leadOf({ made, closing, lang }: Book): string {
  if (!closing) return [made, lang === 'zh' ? '未结账' : 'Not closed yet'].join('　')
  const day = new Date(closing.at)
  const when = `${officeDay(day)} ${officeTime(day)}`
  return [made, `${lang === 'zh' ? '结账：' : 'Closed: '}${closing.by ?? ''} ${when}`].join('　')
}

/** The figures a closed month was closed with, what was put right since, and the sum of both. */
function sumsOf({ closing, totals, lang }: Book): string[] {
  const total = `${lang === 'zh' ? '合计' : 'Total'}${figuresOf(totals, lang)}`
  if (!closing) return [total]
  const { entered, reversed } = closing.corrections
  const since = {
    zh: entered + reversed ? `结账后更正：补录 ${entered} 次，冲正 ${reversed} 次` : '结账后没有更正',
    en: entered + reversed ? `Put right since: ${entered} entered, ${reversed} reversed` : 'Nothing put right since',
  }
  return [`${lang === 'zh' ? '结账数' : 'As closed'}${figuresOf(closing.figures, lang)}`, since[lang], total]
}

export async function writeSheet(book: Book): Promise<Uint8Array> {
  const { title, mark, lang, lines } = book
  const sums = sumsOf(book)
  const rows = [...lines.map((line) => cellsOf(line, book)), ...sums.map((sum) => [sum])]
  const name = lang === 'zh' ? '台账' : 'Book'
  const look = { header: HEAD[lang], widths: SHEET_WIDTHS, paper: 'A4' as const, banner: mark, footer: mark }
  return writeWorkbook([
    { name, title, note: leadOf(book), rows, strong: new Set(sums.map((_, at) => lines.length + at)), ...look },
  ])
}

export function renderBook(book: Book): Promise<Uint8Array> {
  const { title, mark, lang, lines } = book
  const rows = lines.map((line) => {
    const cells = cellsOf(line, book)
    return ON_PAPER.map((at) => String(cells[at] ?? ''))
  })
  const head = ON_PAPER.map((at) => HEAD[lang][at] ?? '')
  const sums = sumsOf(book)
  const part = { title: sums.at(-1) ?? '', widths: PAPER_WIDTHS, head, rows }
  return renderPaper({ title, lead: [leadOf(book), ...sums.slice(0, -1)], parts: [part], foot: mark })
}
