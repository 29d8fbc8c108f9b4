import { checkCreditCode } from '../credit-code.ts'
import { kindWords, natureWords } from '../words.ts'
import type { Reason } from './words.ts'
import type { WrittenUnit } from './written/index.ts'

export type ReadUnit = Omit<WrittenUnit, 'kind' | 'nature' | 'status' | 'creditCode'> & {
  kind: keyof typeof kindWords
  nature: keyof typeof natureWords | null
  isClosed: boolean
  creditCode: string | null
}

/** What the cells mean by themselves, or why they cannot be taken. A unit of no stated kind is somebody's original unit. */
export function readCells(unit: WrittenUnit): ReadUnit | Reason {
  if (unit.name === '') return 'no_name'
  if (unit.name.length < 2 || [unit.name, ...unit.short, ...unit.former].some((name) => name.length > 100))
    return 'bad_name'
  const kind = unit.kind === '' ? 'employer' : keyOf(kindWords, unit.kind)
  if (!kind) return 'bad_kind'
  const nature = unit.nature === '' ? null : keyOf(natureWords, unit.nature.replace(/单位$|^行政(?=机关)/g, ''))
  if (nature === undefined) return 'bad_nature'
  if (!/^$|^在册$|^正常$|^存续$|撤销|注销|撤并/.test(unit.status)) return 'bad_status'
  const check = unit.creditCode === '' ? null : checkCreditCode(unit.creditCode)
  if (check?.result === 'invalid') return 'bad_credit_code'
  return { ...unit, kind, nature, isClosed: /撤销|注销|撤并/.test(unit.status), creditCode: check?.code ?? null }
}

function keyOf<K extends string>(words: Record<K, { zh: string }>, text: string): K | undefined {
  const keys = Object.keys(words) as K[] // Object.keys widens the record's own keys to string
  return keys.find((key) => key === text || words[key].zh === text)
}

export type KnownUnit = {
  id: string
  code: string | null
  name: string
  creditCode: string | null
  keys: ReadonlySet<string>
}
export type Planned = {
  row: number
  name: string
  verdict: 'new' | 'existing' | 'refused'
  reasons: Reason[]
  adds: string[]
  unit: ReadUnit | null
  known: KnownUnit | null
}

/** What a file would do, row by row; nothing is written here, so the preview and the act are one plan. */
export function planUnits(
  written: readonly WrittenUnit[],
  known: readonly KnownUnit[],
  keyed: (name: string) => string,
): Planned[] {
  const names = new Set([...known.map((unit) => unit.name), ...written.map((unit) => unit.name)])
  const owners = Map.groupBy(
    known.flatMap((unit) => [...unit.keys].map((key) => [key, unit.name] as const)),
    ([key]) => key,
  )
  const seen = new Map<string, ReadUnit>()
  return written.map((row) => {
    const planned = planOne(row, { known, names, seen, keyed })
    if (!planned.unit) return planned
    const isShared = planned.adds.some((name) =>
      (owners.get(keyed(name)) ?? []).some(([, owner]) => owner !== row.name),
    )
    for (const name of planned.adds)
      owners.set(keyed(name), [...(owners.get(keyed(name)) ?? []), [keyed(name), row.name]])
    return isShared ? { ...planned, reasons: [...planned.reasons, 'name_shared' as const] } : planned
  })
}

type Around = {
  known: readonly KnownUnit[]
  names: ReadonlySet<string>
  seen: Map<string, ReadUnit>
  keyed: (name: string) => string
}

function planOne(row: WrittenUnit, { known, names, seen, keyed }: Around): Planned {
  const refused = (reason: Reason): Planned => ({
    row: row.row,
    name: row.name,
    verdict: 'refused',
    reasons: [reason],
    adds: [],
    unit: null,
    known: null,
  })
  const unit = readCells(row)
  if (typeof unit === 'string') return refused(unit)
  if (seen.has(unit.name)) return refused('repeated')
  const twin = known.find((one) => one.name === unit.name)
  const holder = (is: (one: KnownUnit) => boolean) => known.some((one) => one !== twin && is(one))
  const inFile = (is: (one: ReadUnit) => boolean) => [...seen.values()].some(is)
  const { code, creditCode, successor } = unit
  if (code && (holder((one) => one.code === code) || inFile((one) => one.code === code))) return refused('code_taken')
  if (creditCode && (holder((one) => one.creditCode === creditCode) || inFile((one) => one.creditCode === creditCode)))
    return refused('credit_code_taken')
  if (successor && (!names.has(successor) || successor === unit.name)) return refused('unknown_successor')
  seen.set(unit.name, unit)
  const spellings = [...new Set([...unit.short, ...unit.former])]
  const adds = spellings.filter((name) => !twin?.keys.has(keyed(name)))
  return {
    row: row.row,
    name: unit.name,
    verdict: twin ? 'existing' : 'new',
    reasons: [],
    adds,
    unit,
    known: twin ?? null,
  }
}
