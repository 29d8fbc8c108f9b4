import { getRouteApi, Link } from '@tanstack/react-router'
import { lastSearch, neighboursOf } from '../../last-list.ts'
import type { PersonRecord } from '../../queries.ts'
import { usePeopleWords, usePersonWords } from '../../words.ts'
import css from '../person.module.css'

const route = getRouteApi('/shell/people/$id')

/** Back to the list as it was, and on to those who stood beside this person in it. */
export function Trail({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  const { tab } = route.useSearch()
  const { before, after } = neighboursOf(person.id)
  return (
    <span className={css.trail}>
      <Link to="/people" search={lastSearch()}>
        {people.title}
      </Link>
      {before ? (
        <Link to="/people/$id" params={{ id: before.id }} search={tab ? { tab } : {}}>
          {words.before(before.name)}
        </Link>
      ) : null}
      {after ? (
        <Link to="/people/$id" params={{ id: after.id }} search={tab ? { tab } : {}}>
          {words.after(after.name)}
        </Link>
      ) : null}
    </span>
  )
}
