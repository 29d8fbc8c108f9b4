import type { Condition } from '#modules/people/search/contract.ts'
import { param } from '../../search-params.ts'

export const statuses = ['living', 'deceased', 'moved_out', 'all'] as const
export type ListStatus = (typeof statuses)[number]
export const sortKeys = ['birthOn', 'name', 'retiredOn', 'completeness', 'updatedAt', 'rank'] as const
export type SortKey = (typeof sortKeys)[number]

/** The address of the list: everything that makes it show what it shows, so that it can be sent, kept and gone back to. */
export type PeopleSearch = {
  q?: string | undefined
  place?: string | undefined
  unit?: string | undefined
  status?: ListStatus | undefined
  /** Conditions as JSON text. */
  where?: string | undefined
  sort?: SortKey | undefined
  descending?: true | undefined
  offset?: number | undefined
  limit?: number | undefined
  /** Chosen columns, joined by commas. */
  columns?: string | undefined
  /** The saved view that was opened. */
  view?: string | undefined
}
export type Question = { q: string; place?: string; unit?: string; status: ListStatus; where: Condition[] }

export const PAGE = 50

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    q: param.text(search, 'q'),
    place: param.text(search, 'place'),
    unit: param.text(search, 'unit'),
    status: param.oneOf(search, 'status', statuses),
    where: param.text(search, 'where'),
    sort: param.oneOf(search, 'sort', sortKeys),
    descending: param.yes(search, 'descending'),
    offset: param.count(search, 'offset'),
    limit: param.count(search, 'limit'),
    columns: param.text(search, 'columns'),
    view: param.text(search, 'view'),
  }
}

/** Conditions of an address; what is no condition is left out, so a mangled link still opens a list. */
export function conditionsOf(where: string | undefined): Condition[] {
  try {
    const read: unknown = JSON.parse(where ?? '[]')
    return Array.isArray(read) ? read.filter(isCondition).map((one) => ({ ...one, value: one.value ?? null })) : []
  } catch {
    return []
  }
}

function isCondition(one: unknown): one is Condition {
  return typeof one === 'object' && one !== null && 'field' in one && 'op' in one
}

export function whereText(conditions: readonly Condition[]): string | undefined {
  return conditions.length ? JSON.stringify(conditions) : undefined
}

export function questionOf(search: PeopleSearch): Question {
  return {
    q: search.q ?? '',
    ...(search.place ? { place: search.place } : {}),
    ...(search.unit ? { unit: search.unit } : {}),
    status: search.status ?? 'living',
    where: conditionsOf(search.where),
  }
}

/** Whether anything narrows the list. */
export function isNarrowed({ q, place, unit, status, where }: PeopleSearch): boolean {
  return Boolean(q || place || unit || where || (status && status !== 'living'))
}
