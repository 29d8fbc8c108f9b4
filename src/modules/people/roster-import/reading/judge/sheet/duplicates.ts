import type { LookUps } from '../../directory/look-ups.ts'
import type { RowPlace } from '../../shapes.ts'
import type { Judged } from '../judged.ts'

/** Those who share a likeness: the first of all, and the first whose number is not known. */
type Alike = { first: Judged; unnumbered: Judged | undefined }

/** Earlier people by what may tell them again. Everything is looked up, nothing compared pair by pair. */
type Register = { byNumber: Map<string, Judged>; byNumberAndName: Map<string, Judged>; byLikeness: Map<string, Alike> }

function birthKey({ record }: Judged, name: string): string[] {
  const unit = record?.unit ?? record?.unit_text
  const isMonth = record?.birth !== undefined && record.birth.length >= 7
  return isMonth && unit ? [`${name}|${record.birth?.slice(0, 7)}|${unit}`] : []
}

function mobileKeys({ record }: Judged, name: string): string[] {
  const own = record?.phones?.filter(({ number, label }) => label === '本人' && /^1\d{10}$/.test(number)) ?? []
  return own.map(({ number }) => `${name}|${number}`)
}

const placeOf = ({ sheet, row }: Judged): RowPlace => ({ sheet, row })

function judgeByNumber(judged: Judged, name: string, register: Register): boolean {
  const id = judged.record?.id
  if (id === undefined) return false
  const same = register.byNumberAndName.get(`${id}|${name}`)
  const met = same ?? register.byNumber.get(id)
  if (same) judged.isDuplicate = true
  else if (met) judged.reasons.push('ID_SHARED')
  if (met) judged.duplicateOf = placeOf(met)
  return met !== undefined
}

/** Two different numbers are two people, however much else agrees; so a numbered person is only like one without. */
function judgeByLikeness(judged: Judged, keys: string[], register: Register): void {
  const hasNumber = judged.record?.id !== undefined
  const alike = keys.flatMap((key) => {
    const known = register.byLikeness.get(key)
    return (hasNumber ? known?.unnumbered : known?.first) ?? []
  })
  const [first] = alike.sort((a, b) => a.order - b.order)
  if (!first) return
  judged.reasons.push('POSSIBLE_DUPLICATE')
  judged.duplicateOf = placeOf(first)
}

function enter(judged: Judged, name: string, register: Register): void {
  const id = judged.record?.id
  if (id !== undefined && !register.byNumber.has(id)) register.byNumber.set(id, judged)
  const key = `${id}|${name}`
  if (id !== undefined && !register.byNumberAndName.has(key)) register.byNumberAndName.set(key, judged)
}

function enterLikeness(judged: Judged, keys: string[], register: Register): void {
  const unnumbered = judged.record?.id === undefined ? judged : undefined
  for (const key of keys) {
    const known = register.byLikeness.get(key)
    if (known) known.unnumbered ??= unnumbered
    else register.byLikeness.set(key, { first: judged, unnumbered })
  }
}

/** Finds who stands on the roster twice. People come in sheet and row order; the first stays. */
export function judgeDuplicates(people: Judged[], { comparable }: LookUps): void {
  const register: Register = { byNumber: new Map(), byNumberAndName: new Map(), byLikeness: new Map() }
  for (const judged of people) {
    if (!judged.record || judged.refused) continue
    const name = comparable(judged.record.name ?? '')
    const keys = [...birthKey(judged, name), ...mobileKeys(judged, name)]
    if (!judgeByNumber(judged, name, register)) judgeByLikeness(judged, keys, register)
    enter(judged, name, register)
    enterLikeness(judged, keys, register)
  }
}
