import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer } from '../../ui/feedback/answer.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { useMay } from '../shell/session/me.ts'
import { SelectionBar } from './bulk/selection-bar.tsx'
import { usePeopleSelection } from './bulk/use-people-selection.ts'
import { usePeopleColumns } from './columns/use-people-columns.tsx'
import { ConditionChips } from './filter/condition-chips.tsx'
import { PeopleFilters } from './list/people-filters.tsx'
import { PeopleTable } from './list/people-table.tsx'
import { useListAddress } from './list/use-list-address.ts'
import { PAGE, questionOf } from './people-search.ts'
import { listQuery } from './queries.ts'
import { RegisterPerson } from './register/register-person.tsx'
import { PeopleFrame } from './tree/people-frame.tsx'
import { useDefaultView } from './views/use-default-view.ts'
import { usePeopleWords } from './words.ts'

/** Everybody the reader may see, found and narrowed in one place. */
export function PeopleListPage() {
  const words = usePeopleWords()
  const may = useMay()
  const { search, change } = useListAddress()
  const columns = usePeopleColumns()
  const selection = usePeopleSelection(questionOf(search))
  useDefaultView()
  const [isRegistering, setRegistering] = useState(false)
  const people = useQuery({ ...listQuery(search, columns.fieldKeys), placeholderData: keepPreviousData })
  const limit = search.limit ?? PAGE
  const acts = may('people.write') ? (
    <Button type="primary" onClick={() => setRegistering(true)}>
      {words.register}
    </Button>
  ) : null
  return (
    <Page title={words.title} actions={acts}>
      <PeopleFrame>
        <Section title={words.list} quiet>
          <PeopleFilters columns={columns} total={people.data?.total} />
          <ConditionChips />
          <Answer query={people} lines={10}>
            {({ items, total }) => (
              <>
                <SelectionBar selection={selection} total={total} columns={columns} />
                <PeopleTable items={items} columns={columns} selection={selection} isStale={people.isPlaceholderData} />
                <Pager
                  total={total}
                  offset={search.offset ?? 0}
                  limit={limit}
                  onTurn={(offset) => change({ offset: offset || undefined })}
                  onLimit={(size) => change({ limit: size === PAGE ? undefined : size })}
                />
              </>
            )}
          </Answer>
        </Section>
      </PeopleFrame>
      {isRegistering ? <RegisterPerson onClose={() => setRegistering(false)} /> : null}
    </Page>
  )
}
