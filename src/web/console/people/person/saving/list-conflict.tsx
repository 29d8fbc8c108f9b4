import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { ComponentType } from 'react'
import { api } from '../../../../api.ts'
import { Answer } from '../../../../ui/feedback/answer.tsx'
import { useTimes } from '../../../../ui/language/times.ts'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import type { SectionConflict } from './conflict-of.ts'
import css from './saving.module.css'

type ListConflictProps<T> = {
  person: PersonRecord
  conflict: SectionConflict
  itemsOf: (person: PersonRecord) => readonly T[]
  Read: ComponentType<{ items: readonly T[]; person: PersonRecord }>
  mine: readonly T[]
  pending: boolean
  onMine: () => void
  onClose: () => void
}

/** Somebody else saved the list meanwhile: both as wholes, since lines have no names to compare by. */
export function ListConflict<T>(props: ListConflictProps<T>) {
  const { person, conflict, itemsOf, Read } = props
  const words = usePersonWords()
  const { minute } = useTimes()
  const theirs = useQuery({
    queryKey: [...PEOPLE, person.id, 'meanwhile', conflict.version],
    queryFn: () => api.record.readPerson({ id: person.id }),
  })
  return (
    <div className={css.conflict}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={words.conflict(conflict.by, conflict.at ? minute(conflict.at) : '')}
      />
      <div className={css.both}>
        <div className={css.whole}>
          <h3>{words.theirs(conflict.by)}</h3>
          <Answer query={theirs}>{(now) => <Read items={itemsOf(now)} person={now} />}</Answer>
        </div>
        <div className={css.whole}>
          <h3>{words.mine}</h3>
          <Read items={props.mine} person={person} />
        </div>
      </div>
      <div className={css.acts}>
        <Button onClick={props.onClose}>{words.keepTheirs}</Button>
        <Button type="primary" loading={props.pending} onClick={props.onMine}>
          {words.keepMine}
        </Button>
      </div>
    </div>
  )
}
