import { readLevel, readPost } from '../../clean/office/post.ts'
import { asWritten, fold, isNothing, squeeze } from '../../clean/text.ts'
import type { UnitMatch } from '../../directory/units.ts'
import type { PersonRecord, Reason } from '../../shapes.ts'
import { hasColumn, type Office, type RowView, remarksOf, textOf } from './row-view.ts'

export type Workplace = Pick<PersonRecord, 'unit' | 'unit_text' | 'nature' | 'post' | 'rank' | 'rank_treatment'> & {
  reasons: Reason[]
}

function setUnit(place: Workplace, match: UnitMatch, text: string): void {
  place.unit_text = asWritten(text)
  if (match.is === 'one') place.unit = match.unit.name
  else place.reasons.push(match.is === 'many' ? 'UNIT_AMBIGUOUS' : 'UNIT_UNKNOWN')
}

/** In a 单位及职务 column the longest beginning that is a unit parts the two. */
function readUnitAndPost(place: Workplace, text: string, { directory }: Office): string {
  const { match, unitText, rest } = directory.units.findAtStart(fold(text))
  setUnit(place, match, unitText)
  return rest
}

function readUnit(place: Workplace, view: RowView, office: Office): string {
  const both = textOf(view, 'unit_post')
  const unit = textOf(view, 'unit')
  const rest = both === '' ? '' : readUnitAndPost(place, both, office)
  if (unit !== '') {
    place.reasons = []
    setUnit(place, office.directory.units.find(unit), unit)
  }
  const isTold = hasColumn(view, 'unit') || hasColumn(view, 'unit_post')
  const around = view.context.unit
  if (!isTold && around) {
    place.unit = around.name
    place.unit_text = around.name
  }
  return rest
}

function readNature(view: RowView): string | undefined {
  const text = squeeze(textOf(view, 'nature'))
  return ['机关', '事业', '企业'].find(
    (nature) => text.startsWith(nature) || text.includes(`${nature}单位`) || text.endsWith(nature),
  )
}

function levelIn(text: string): string | undefined {
  return isNothing(text) ? undefined : readLevel(text)
}

/** Unit, post and level. A level column outranks what the post says; what is enjoyed or kept is never the rank. */
export function workplaceOf(view: RowView, office: Office): Workplace {
  const place: Workplace = { reasons: [] }
  const rest = readUnit(place, view, office)
  const posted = readPost(textOf(view, 'post') || rest)
  const levelled = readPost(textOf(view, 'rank'))
  const whole = readPost(rest === '' ? textOf(view, 'unit_post') : '')
  const remarked = remarksOf(view).map((text) => readPost(text).treatment)
  const post = posted.post ?? (hasColumn(view, 'post') || rest !== '' ? undefined : levelled.post)
  const rank = levelled.rank ?? posted.rank ?? whole.rank
  const enjoyed = [
    levelIn(textOf(view, 'treatment')),
    posted.treatment,
    levelled.treatment,
    whole.treatment,
    ...remarked,
  ]
  const treatment = enjoyed.find((level) => level !== undefined)
  const nature = readNature(view)
  if (post !== undefined) place.post = post
  if (rank !== undefined) place.rank = rank
  if (treatment !== undefined) place.rank_treatment = treatment
  if (nature !== undefined) place.nature = nature
  return place
}
