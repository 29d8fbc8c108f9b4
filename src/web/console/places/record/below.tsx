import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { levelWords } from '#modules/places/words.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { belowQuery, type PlaceLine, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import css from './record.module.css'
import { shownCode } from './shown-code.ts'

/** What lies directly under a place. */
export function Below({ place }: { place: Pick<PlaceRecord, 'code' | 'can'> }) {
  const words = usePlacesWords()
  const say = useSay()
  const [abolished, setAbolished] = useState(false)
  const below = useQuery(belowQuery(place.code, abolished))
  const columns: Column<PlaceLine>[] = [
    {
      key: 'name',
      title: words.name,
      render: (line) => (
        <>
          <Link to="/places/$code" params={{ code: line.code }}>
            {line.name}
          </Link>{' '}
          {line.abolishedOn ? <Mark tone="bad">{words.abolishedOn(line.abolishedOn)}</Mark> : null}
        </>
      ),
    },
    { key: 'level', title: words.level, render: (line) => say(levelWords[line.level]) },
    { key: 'people', title: words.people, align: 'right', render: (line) => line.people },
    { key: 'code', title: words.code, render: (line) => shownCode(line) },
  ]
  const toggle = (
    <label className={css.tools}>
      <input type="checkbox" checked={abolished} onChange={(event) => setAbolished(event.target.checked)} />
      {words.showAbolished}
    </label>
  )
  return (
    <Section title={words.below} actions={toggle} flush>
      <PagedTable
        label={words.below}
        query={below}
        columns={columns}
        rowKey={(line) => line.code}
        empty={<EmptyState title={words.noBelow} hint={words.noBelowHint} />}
      />
    </Section>
  )
}
