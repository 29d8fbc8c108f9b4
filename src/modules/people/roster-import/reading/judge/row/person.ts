import { readEducation } from '../../clean/codes/education.ts'
import { readEthnicity } from '../../clean/codes/ethnicity.ts'
import { readHealth } from '../../clean/codes/health.ts'
import { readPolitical } from '../../clean/codes/political.ts'
import { readYesNo } from '../../clean/codes/yes-no.ts'
import { dateInLife } from '../../clean/dates/century.ts'
import { readDate } from '../../clean/dates/read-date.ts'
import { readGender } from '../../clean/identity/gender.ts'
import { birthInId, genderInId, type IdRead, readIdNumber } from '../../clean/identity/id-number.ts'
import type { NameRead } from '../../clean/identity/person-name.ts'
import { type KindRead, readKind, saysOutOfScope } from '../../clean/office/kind.ts'
import { readMoney } from '../../clean/office/money.ts'
import { asWritten, isNothing, squeeze } from '../../clean/text.ts'
import { type Cell, cellText } from '../../file/book.ts'
import type { Gender, PersonRecord, Reason } from '../../shapes.ts'
import type { Field } from '../../table/header/fields.ts'
import { findBirth } from './birth.ts'
import { homeOf, phonesOf } from './home.ts'
import { livingOf } from './living.ts'
import { cellOf, columnsOf, hasColumn, type Office, type RowView, remarksOf, textOf } from './row-view.ts'
import { workplaceOf } from './workplace.ts'

export type PersonRead = { record: PersonRecord; reasons: Reason[] }

/** Leaves out what is not known, so that a field that is there says something. */
function known(fields: { [Key in keyof PersonRecord]: PersonRecord[Key] | undefined }): PersonRecord {
  const record: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    const isKnown = value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
    if (isKnown) record[field] = value
  }
  return record
}

function genderOf(view: RowView, name: NameRead, id: IdRead): { gender: Gender | undefined; reasons: Reason[] } {
  const written = readGender(textOf(view, 'gender')) ?? name.gender
  const inId = id.id === undefined ? undefined : genderInId(id.id)
  const differ = written !== undefined && inId !== undefined && written !== inId
  return { gender: written ?? inId, reasons: differ ? ['ID_GENDER_MISMATCH'] : [] }
}

/** By the word in the name cell, or because the name column itself is that of survivors. */
function isSurvivor(view: RowView, name: NameRead): boolean {
  return name.survivor !== undefined || columnsOf(view, 'name').some((column) => /遗属|遗孀/.test(column.header))
}

function kindOf(view: RowView, name: NameRead): KindRead | undefined {
  if (isSurvivor(view, name)) return { kind: '遗属', isOutOfScope: false }
  if (remarksOf(view).some(saysOutOfScope)) return { kind: '其他', isOutOfScope: true }
  return hasColumn(view, 'kind') ? readKind(textOf(view, 'kind')) : view.context.kind
}

function politicalOf(view: RowView): string | undefined {
  const member = textOf(view, 'party_member')
  const said = readPolitical(textOf(view, 'political'))
  if (said !== undefined || member === '') return said
  const answer = readYesNo(member)
  return answer === true ? '01' : answer === undefined ? readPolitical(member) : undefined
}

/** People start work at ten at the earliest and do not retire before forty. */
const GROWN = { work: 10, retired: 40 }

/** Where cell and number disagree about the birth, a life begins with the earlier of the two. */
function earlier(birth: string | undefined, id: string | undefined): string | undefined {
  const inId = id === undefined ? undefined : birthInId(id)
  return inId !== undefined && (birth === undefined || inId < birth) ? inId : birth
}

type Life = { birth: string | undefined; office: Office; grown: number }

function dateOf(cell: Cell | undefined, life: Life): string | undefined {
  const read = readDate(cell, life.office.base1904)
  const span = { from: life.birth, to: life.office.asOf, grown: life.grown }
  return read.is === 'date' ? dateInLife(read.parts, span) : undefined
}

function lifeDate(view: RowView, field: Field, life: Life): string | undefined {
  return dateOf(cellOf(view, field), life)
}

/** For 离休 it is the revolution that counts, where the table tells it apart from work. */
function workStart(view: RowView, kind: KindRead | undefined, life: Life): string | undefined {
  const columns = columnsOf(view, 'work_start')
  const isLixiu = kind?.kind === '离休'
  const first = columns.filter(({ header }) => header.includes('革命') === isLixiu)
  const ordered = columns.length > 1 ? [...first, ...columns] : columns
  const cells = ordered.map(({ index }) => view.cells[index])
  return dateOf(
    cells.find((cell) => cell !== undefined && !isNothing(cellText(cell))),
    life,
  )
}

function contradictions(record: PersonRecord): Reason[] {
  const [birth, work, retired] = [record.birth, record.work_start, record.retire_date].map((date) =>
    Number(date?.slice(0, 4)),
  )
  const reasons: Reason[] = []
  const isTooEarly = birth !== undefined && work !== undefined && work < birth + 10
  const isTurned = work !== undefined && retired !== undefined && retired < work
  if (isTooEarly || isTurned) reasons.push('DATE_ORDER')
  const start = record.work_start ?? ''
  if (record.kind === '离休' && start > '1949-09-30'.slice(0, start.length)) reasons.push('KIND_DATE_CONFLICT')
  if (record.id === undefined && record.birth === undefined) reasons.push('IDENTITY_WEAK')
  return reasons
}

/** Reads one person's row into a record with every doubt about it. The name has been read before. */
export function readPerson(view: RowView, name: NameRead, office: Office): PersonRead {
  const id = readIdNumber(cellOf(view, 'id'))
  const { gender, reasons: genderReasons } = genderOf(view, name, id)
  const born = findBirth(view, id.id, office)
  const life = { birth: earlier(born.birth, id.id), office, grown: GROWN.work }
  const kind = kindOf(view, name)
  const { reasons: unitReasons, ...workplace } = workplaceOf(view, office)
  const living = livingOf(view, { nameRemark: name.remark, birth: born.birth }, office)
  const formerName = name.formerName ?? squeeze(textOf(view, 'former_name'))
  const record = known({
    name: name.name,
    former_name: formerName,
    id_status: id.status,
    id: id.id,
    id_text: id.text,
    gender,
    birth: born.birth,
    birth_precision: born.precision,
    ethnicity: readEthnicity(textOf(view, 'ethnicity')),
    political: politicalOf(view),
    kind: kind?.kind,
    ...workplace,
    title: asWritten(textOf(view, 'title')),
    education: readEducation(textOf(view, 'education')),
    native_place: asWritten(textOf(view, 'native_place')),
    ...homeOf(view, office),
    health: readHealth(textOf(view, 'health')),
    party_date: lifeDate(view, 'party_date', life),
    work_start: workStart(view, kind, life),
    retire_date: lifeDate(view, 'retire_date', { ...life, grown: GROWN.retired }),
    death_date: living.deathDate,
    pension: readMoney(textOf(view, 'pension')),
    relation: isSurvivor(view, name) ? '配偶' : undefined,
    phones: phonesOf(view, office),
    flags: living.flags,
  })
  const outOfScope: Reason[] = kind?.isOutOfScope ? ['OUT_OF_SCOPE'] : []
  const idReasons = id.reason ? [id.reason] : []
  const reasons = [
    ...name.reasons,
    ...idReasons,
    ...genderReasons,
    ...born.reasons,
    ...outOfScope,
    ...unitReasons,
    ...contradictions(record),
  ]
  return { record, reasons }
}
