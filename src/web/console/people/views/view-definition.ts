import { parseSearch, stringifySearch } from '../../../search-params.ts'
import { type PeopleSearch, readPeopleSearch } from '../people-search.ts'
import type { SavedView } from '../queries.ts'

/** What a view keeps: the question and its order, and the columns; not the page one happened to be on. */
export function definitionOf(search: PeopleSearch, columns: string[]): SavedView['definition'] {
  const { q, place, unit, status, where, sort, descending } = search
  return { search: stringifySearch({ q, place, unit, status, where, sort, descending }), columns }
}

/** The address that shows a view. */
export function searchOf(view: SavedView): PeopleSearch {
  const { search, columns } = view.definition
  return { ...readPeopleSearch(parseSearch(search)), columns: columns.join(',') || undefined, view: view.id }
}

export function isSameDefinition(a: SavedView['definition'], b: SavedView['definition']): boolean {
  return a.search === b.search && a.columns.join(',') === b.columns.join(',')
}
