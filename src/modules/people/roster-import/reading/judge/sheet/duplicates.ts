import type { LookUps } from '../../directory/look-ups.ts'
import type { RowPlace } from '../../shapes.ts'
import type { Judged } from '../judged.ts'

/** Earlier people by what may tell them again. Everything is looked up, nothing compared pair by pair. */
type Register = { byId: Map<string, Judged[]>; byBirth: Map<string, Judged[]>; byMobile: Map<string, Judged[]> }

function add(map: Map<string, Judged[]>, key: string | undefined, judged: Judged): void {
  if (key === undefined) return
  const list = map.get(key)
  if (list) list.push(judged)
  else map.set(key, [judged])
}

function birthKey({ record }: Judged, name: string): string | undefined {
  const unit = record?.unit ?? record?.unit_text
  const isMonth = record?.birth !== undefined && record.birth.length >= 7 && record.birth_precision !== 'about'
  return isMonth && unit ? `${name}|${record.birth?.slice(0, 7)}|${unit}` : undefined
}

function mobileKeys({ record }: Judged, name: string): string[] {
  const own = record?.phones?.filter(({ number, label }) => label === '本人' && /^1\d{10}$/.test(number)) ?? []
  return own.map(({ number }) => `${name}|${number}`)
}

const placeOf = ({ sheet, row }: Judged): RowPlace => ({ sheet, row })

/** Two different numbers are two people, however much else agrees. */
function mayBeSame(a: Judged, b: Judged): boolean {
  return a.record?.id === undefined || b.record?.id === undefined || a.record.id === b.record.id
}

function judgeById(judged: Judged, register: Register, comparable: LookUps['comparable']): boolean {
  const earlier = register.byId.get(judged.record?.id ?? '') ?? []
  const name = comparable(judged.record?.name ?? '')
  const same = earlier.find((one) => comparable(one.record?.name ?? '') === name)
  const [first] = earlier
  if (same) judged.isDuplicate = true
  else if (first) judged.reasons.push('ID_SHARED')
  const met = same ?? first
  if (met) judged.duplicateOf = placeOf(met)
  return met !== undefined
}

function judgeByLikeness(judged: Judged, register: Register, name: string): void {
  const alike = [birthKey(judged, name), ...mobileKeys(judged, name)].flatMap((key) => [
    ...(register.byBirth.get(key ?? '') ?? []),
    ...(register.byMobile.get(key ?? '') ?? []),
  ])
  const [first] = alike.filter((one) => mayBeSame(one, judged)).sort((a, b) => a.order - b.order)
  if (!first) return
  judged.reasons.push('POSSIBLE_DUPLICATE')
  judged.duplicateOf = placeOf(first)
}

/** Finds who stands on the roster twice. People come in sheet and row order; the first stays. */
export function judgeDuplicates(people: Judged[], { comparable }: LookUps): void {
  const register: Register = { byId: new Map(), byBirth: new Map(), byMobile: new Map() }
  for (const judged of people) {
    if (!judged.record || judged.refused) continue
    const name = comparable(judged.record.name ?? '')
    if (!judgeById(judged, register, comparable)) judgeByLikeness(judged, register, name)
    add(register.byId, judged.record.id, judged)
    add(register.byBirth, birthKey(judged, name), judged)
    for (const key of mobileKeys(judged, name)) add(register.byMobile, key, judged)
  }
}
