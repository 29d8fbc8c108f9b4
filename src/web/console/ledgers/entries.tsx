import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { useLanguage } from '../../ui/language/language.ts'
import type { Column } from '../../ui/table/column.ts'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import css from './entries.module.css'
import { type Entry, entriesQuery, type Ledger, PAGE } from './queries.ts'
import { useLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/people')

/** The entries of one group, as they stand in the book. */
export function Entries({
  group,
  head,
}: {
  group: Ledger['groups'][number]
  head: RefObject<HTMLHeadingElement | null>
}) {
  const words = useLedgerWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useEntryColumns()
  const entries = useQuery({ ...entriesQuery(search, group.key), placeholderData: keepPreviousData })
  const turn = (offset: number) => {
    navigate({ search: (old) => ({ ...old, key: group.key, offset: offset || undefined }), replace: true }).catch(
      () => undefined,
    )
  }
  return (
    <>
      <h3 ref={head} tabIndex={-1} className={css.title}>
        {words.entries(group.name)}
      </h3>
      <PagedTable
        label={words.entries(group.name)}
        query={entries}
        columns={columns}
        rowKey={(entry) => entry.id}
        page={{ offset: search.offset ?? 0, limit: PAGE, onTurn: turn }}
        lines={8}
      />
    </>
  )
}

function useEntryColumns(): Column<Entry>[] {
  const words = useLedgerWords()
  const language = useLanguage()
  const word = (key: string, value: string | null) => {
    const field = fieldOf(key)
    return field ? showValue(field, value, language) : value
  }
  return [
    {
      key: 'name',
      title: words.name,
      width: 110,
      render: (entry) => <HrefLink href={`/people/${entry.id}`}>{entry.name}</HrefLink>,
    },
    { key: 'no', title: words.no, align: 'right', render: (entry) => entry.no },
    { key: 'gender', title: words.gender, render: (entry) => word('gender', entry.gender) },
    { key: 'birth', title: words.birth, render: (entry) => word('birthOn', entry.birthOn) },
    { key: 'age', title: words.age, align: 'right', render: (entry) => entry.age },
    { key: 'kind', title: words.kind, render: (entry) => word('kind', entry.kind) },
    { key: 'political', title: words.political, width: 92, render: (entry) => word('political', entry.political) },
    { key: 'unit', title: words.unit, width: 160, render: (entry) => entry.unit },
    { key: 'post', title: words.post, width: 92, render: (entry) => entry.post },
    { key: 'rank', title: words.rank, width: 96, render: (entry) => word('rank', entry.rank) },
    { key: 'retired', title: words.retired, render: (entry) => entry.retiredOn },
    { key: 'community', title: words.community, width: 92, render: (entry) => entry.community },
    { key: 'phone', title: words.phone, render: (entry) => entry.phone },
  ]
}
