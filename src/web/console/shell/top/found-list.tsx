import type { api } from '../../../api.ts'
import { useShellWords } from '../words.ts'
import css from './person-search.module.css'

type Found = Awaited<ReturnType<typeof api.search.listPeople>>
type FoundListProps = {
  id: string
  q: string
  answer: Found | undefined
  active: number
  onGo: (index: number) => void
}

/** The people a text finds, and the way to the whole list. Chosen by mouse or by the arrows of the box. */
export function FoundList({ id, q, answer, active, onGo }: FoundListProps) {
  const words = useShellWords()
  const items = answer?.items ?? []
  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    className: index === active ? css.optionOn : css.option,
    onMouseDown: () => onGo(index),
  })
  if (!answer)
    return (
      <p className={css.list} role="status">
        {words.searching}
      </p>
    )
  return (
    <div className={css.list} id={id} role="listbox" aria-label={words.results}>
      {items.map((person, index) => (
        <div key={person.id} {...option(index)}>
          <span className={css.name}>{person.name}</span>
          <span className={css.more}>
            {[person.age === null ? null : words.age(person.age), person.unit, person.community]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      ))}
      <div {...option(items.length)}>
        <span className={css.all}>{answer.total ? words.allResults(answer.total) : words.noneFound(q)}</span>
      </div>
    </div>
  )
}
