import { type NameRead, readName } from '../clean/identity/person-name.ts'
import { isNothing } from '../clean/text.ts'
import { cellText } from '../file/book.ts'
import type { NoPerson, Reason } from '../shapes.ts'
import type { CandidateRow } from '../table/rows/lay-out.ts'
import { partCouple } from './form/couples.ts'
import { isShifted } from './form/shift.ts'
import { unswapped } from './form/swapped.ts'
import type { Judged } from './judged.ts'
import { readPerson } from './row/person.ts'
import type { Office, RowView } from './row/row-view.ts'

type Verdict = Pick<Judged, 'person' | 'why' | 'refused' | 'reasons' | 'record'> & { survivor?: string }

const refused = (reason: Reason): Verdict => ({ refused: reason, reasons: [reason] })
const nobody = (why: NoPerson): Verdict => ({ why, reasons: [] })

function nameOf(text: string): NameRead {
  return isNothing(text) ? { name: '', refused: 'NAME_MISSING', reasons: [] } : readName(text)
}

function readOne(view: RowView, office: Office): Verdict {
  const name = nameOf(cellText(view.cells[view.table.name]))
  if (name.refused) return refused(name.refused)
  const { record, reasons } = readPerson(view, name, office)
  return name.survivor === undefined ? { record, reasons } : { record, reasons, survivor: name.survivor }
}

/** Every person of a candidate row, or why it holds none: usually one, two for a couple. */
export function judgeRow(candidate: CandidateRow, office: Office): Verdict[] {
  const { table, context, row } = candidate
  const isNamed = !isNothing(cellText(candidate.cells[table.name]))
  const swapped = unswapped(candidate.cells, table)
  if (isShifted(swapped?.isMutual ? swapped.cells : candidate.cells, table)) return [refused('COLUMN_SHIFT')]
  if (!isNamed && candidate.personal < 2) return [nobody('note')]
  const cells = swapped?.cells ?? candidate.cells
  const notes = row.notes ?? []
  const couple = partCouple(cells, table)
  if (couple) {
    return couple.map((own, index) => {
      const verdict = readOne({ cells: own, table, context, notes: index === 0 ? notes : [] }, office)
      return { ...verdict, person: index + 1, reasons: [...verdict.reasons, 'TWO_PERSONS'] }
    })
  }
  const verdict = readOne({ cells, table, context, notes }, office)
  return [swapped && !verdict.refused ? { ...verdict, reasons: [...verdict.reasons, 'CELLS_SWAPPED'] } : verdict]
}
