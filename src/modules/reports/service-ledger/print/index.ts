import { tasks } from '#modules/volunteering/index.ts'
import { officeTime } from '#platform/clock.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Lang } from '#platform/words.ts'
import type { Figures } from '../contract.ts'
import type { Line } from '../roll/index.ts'
import { hoursOf } from '../rules.ts'

export type Book = { title: string; note: string; mark: string; lang: Lang; lines: Line[]; totals: Figures }

const HEAD = {
  zh: ['日期', '时间', '姓名', '志愿者编号', '服务项目', '类别', '地点', '服务队', '分钟', '评价', '备注'],
  en: ['Day', 'Time', 'Name', 'Number', 'Service', 'Kind', 'Place', 'Team', 'Minutes', 'Rating', 'Remark'],
}
const REMARK = { zh: { late: '补录', reversed: '已冲正' }, en: { late: 'entered late', reversed: 'reversed' } }
const SHEET_WIDTHS = [11, 13, 9, 15, 24, 12, 14, 20, 8, 6, 12]
const PAPER_WIDTHS = [52, 36, 36, 0, 62, 52, 34, 34]
const ON_PAPER = [0, 1, 2, 4, 5, 6, 8, 10]

const names: Record<string, { zh: string; en: string }> = tasks

function cellsOf(line: Line, lang: Lang): (string | number | null)[] {
  const { servedOn, name, number, title, task, place, team, minutes, rating } = line
  const time = `${officeTime(new Date(line.from))}–${officeTime(new Date(line.to))}`
  const remark = [line.isLate ? REMARK[lang].late : '', line.reversedAt ? REMARK[lang].reversed : '']
  const kind = names[task]?.[lang] ?? task
  return [
    servedOn,
    time,
    name,
    number,
    title,
    kind,
    place,
    team,
    minutes,
    rating,
    remark.filter(Boolean).join(' ') || null,
  ]
}

function sumOf({ services, people, minutes, late, reversed }: Figures, lang: Lang): string {
  const hours = hoursOf(minutes)
  if (lang === 'zh')
    return `合计：服务 ${services} 次，${people} 人，${hours} 小时；其中补录 ${late} 次；另有冲正 ${reversed} 次`
  return `Total: ${services} services, ${people} people, ${hours} hours; ${late} entered late; ${reversed} reversed besides`
}

export async function writeSheet({ title, note, mark, lang, lines, totals }: Book): Promise<Uint8Array> {
  const rows = [...lines.map((line) => cellsOf(line, lang)), [sumOf(totals, lang)]]
  const name = lang === 'zh' ? '台账' : 'Book'
  const look = { header: HEAD[lang], widths: SHEET_WIDTHS, paper: 'A4' as const, banner: mark, footer: mark }
  return writeWorkbook([{ name, title, note, rows, strong: new Set([lines.length]), ...look }])
}

export function renderBook({ title, note, mark, lang, lines, totals }: Book): Promise<Uint8Array> {
  const rows = lines.map((line) => {
    const cells = cellsOf(line, lang)
    return ON_PAPER.map((at) => String(cells[at] ?? ''))
  })
  const head = ON_PAPER.map((at) => HEAD[lang][at] ?? '')
  const part = { title: sumOf(totals, lang), widths: PAPER_WIDTHS, head, rows }
  return renderPaper({ title, lead: [note], parts: [part], foot: mark })
}
