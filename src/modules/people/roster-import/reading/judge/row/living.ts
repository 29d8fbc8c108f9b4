import { readYesNo } from '../../clean/codes/yes-no.ts'
import { dateInLife } from '../../clean/dates/century.ts'
import { readDate } from '../../clean/dates/read-date.ts'
import { readDeath } from '../../clean/office/death.ts'
import { FLAG_NAMES, flagOfHeader, flagsIn } from '../../clean/office/flags.ts'
import { isNothing, squeeze } from '../../clean/text.ts'
import { cellText } from '../../file/book.ts'
import { cellOf, columnsOf, type Office, type RowView, remarksOf, textOf } from './row-view.ts'

export type Living = { flags: string[]; deathDate?: string }

function ticked(view: RowView): string[] {
  return columnsOf(view, 'flag').flatMap(({ index, header }) => {
    const text = cellText(view.cells[index])
    const flag = flagOfHeader(header.split('／').at(-1) ?? '')
    if (flag === undefined || isNothing(text)) return []
    return readYesNo(text) === true || squeeze(text).includes(flag) ? [flag] : flagsIn(text)
  })
}

/** Dead by a column of its own: a date of death, or 是否健在 answered with no. */
function deadByColumn(view: RowView): boolean {
  const alive = textOf(view, 'alive')
  const isAsked = columnsOf(view, 'alive').some(({ header }) => /健在|在世/.test(header))
  return cellOf(view, 'death_date') !== undefined || readDeath(alive).isDead || (isAsked && readYesNo(alive) === false)
}

type Told = { remarks: string[]; birth: string | undefined }

function deathDate(view: RowView, told: Told, office: Office): string | undefined {
  const words = [...told.remarks, textOf(view, 'alive'), textOf(view, 'living')].map((text) => readDeath(text).date)
  for (const cell of [cellOf(view, 'death_date'), ...words]) {
    const read = readDate(cell, office.base1904)
    const date = read.is === 'date' ? dateInLife(read.parts, { from: told.birth, to: office.asOf }) : undefined
    if (date) return date
  }
  return undefined
}

/** Flags of a person from 居住状况, yes-or-no columns and remarks, in a steady order, and the day of death if one is told. */
export function livingOf(
  view: RowView,
  told: { nameRemark: string | undefined; birth: string | undefined },
  office: Office,
): Living {
  const remarks = told.nameRemark === undefined ? remarksOf(view) : [told.nameRemark, ...remarksOf(view)]
  const living = columnsOf(view, 'living').map(({ index }) => cellText(view.cells[index]))
  const found = new Set([...ticked(view), ...[...living, ...remarks].flatMap(flagsIn)])
  if (deadByColumn(view) || [...living, ...remarks].some((text) => readDeath(text).isDead)) found.add('已故')
  const flags = FLAG_NAMES.filter((flag) => found.has(flag))
  const date = found.has('已故') ? deathDate(view, { remarks, birth: told.birth }, office) : undefined
  return date === undefined ? { flags } : { flags, deathDate: date }
}
