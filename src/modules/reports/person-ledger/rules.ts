import type { Condition, Cut, Totals } from './contract.ts'

/** GB/T 4762: 01 中共党员, 02 中共预备党员. */
const MEMBERS = ['01', '02']
/** 高龄 begins at 80, in the annual statistics as in care. */
export const ADVANCED_AGE = 80

/** What the people list is asked beside the book's question, so that a total opens exactly whom it counts. */
export const opens: Record<keyof Totals, Condition[]> = {
  people: [],
  lixiu: [{ field: 'kind', op: 'is', value: 'lixiu' }],
  tuixiu: [{ field: 'kind', op: 'is', value: 'tuixiu' }],
  other: [{ field: 'kind', op: 'not', value: ['lixiu', 'tuixiu'] }],
  women: [{ field: 'gender', op: 'is', value: '2' }],
  members: [{ field: 'political', op: 'in', value: MEMBERS }],
  aged80: [{ field: 'age', op: 'atLeast', value: ADVANCED_AGE }],
  livesAlone: [{ field: 'livingFlags', op: 'is', value: 'lives_alone' }],
}

/** Everybody alive whom the cut takes in. Survivors (遗属) are no cadres and have lists of their own. */
export function questionOf({ place, unit, kind }: Pick<Cut, 'place' | 'unit' | 'kind'>) {
  const kinds: Condition =
    kind === 'all' ? { field: 'kind', op: 'not', value: 'survivor' } : { field: 'kind', op: 'is', value: kind }
  return { ...(place ? { place } : {}), ...(unit ? { unit } : {}), status: 'living' as const, where: [kinds] }
}

const GROUP_FIELD = { street: 'street', community: 'community', unit: 'originalUnit' } as const

/** The conditions of one group; the empty key is everybody whose street, community or unit is not known. */
export function groupWhere(groupBy: Cut['groupBy'], key: string): Condition[] {
  if (groupBy === 'none') return []
  if (key === '') return [{ field: GROUP_FIELD[groupBy], op: 'empty', value: null }]
  return groupBy === 'unit'
    ? [{ field: GROUP_FIELD.unit, op: 'is', value: key }]
    : [{ field: 'place', op: 'under', value: key }]
}

const none: Totals = { people: 0, lixiu: 0, tuixiu: 0, other: 0, women: 0, members: 0, aged80: 0, livesAlone: 0 }

/** The grand total is the sum of its groups: everybody is in exactly one. */
export function addUp(groups: readonly Totals[]): Totals {
  return groups.reduce((sum, one) => mapTotals((key) => (sum[key] ?? 0) + (one[key] ?? 0)), none)
}

function mapTotals(of: (key: keyof Totals) => number): Totals {
  return {
    people: of('people'),
    lixiu: of('lixiu'),
    tuixiu: of('tuixiu'),
    other: of('other'),
    women: of('women'),
    members: of('members'),
    aged80: of('aged80'),
    livesAlone: of('livesAlone'),
  }
}

export type Tally = { people: number; lixiu: number; tuixiu: number }

export function tallyOf(entries: readonly { kind: string | null }[]): Tally {
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length
  return { people: entries.length, lixiu: count('lixiu'), tuixiu: count('tuixiu') }
}
