import type { PeopleSearch } from './people-search.ts'
import type { PersonLine } from './queries.ts'

type LastList = { search: PeopleSearch; people: readonly Pick<PersonLine, 'id' | 'name'>[] }
let last: LastList = { search: {}, people: [] }

/** Keeps the list somebody comes from, for the way back to it and on to the next person. Forgotten with the page. */
export function rememberList(list: LastList): void {
  last = list
}

export function lastSearch(): PeopleSearch {
  return last.search
}

/** Who stood before and after this person in that list, and where. */
export function neighboursOf(id: string): {
  before: LastList['people'][number] | undefined
  after: LastList['people'][number] | undefined
} {
  const at = last.people.findIndex((person) => person.id === id)
  return at < 0 ? { before: undefined, after: undefined } : { before: last.people[at - 1], after: last.people[at + 1] }
}
