import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { columnWords, figureWords, house } from '#modules/reports/need-ledger/words.ts'
import { needKinds, needStates } from '#modules/volunteering/codes/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { stateTone } from '../board/need-table.tsx'
import { entriesQuery, type LedgerEntry, PAGE } from './queries.ts'
import { useNeedLedgerWords } from './words.ts'

const route = getRouteApi('/shell/ledgers/needs')

/** The needs behind the number that was opened; else all of the month. */
export function LedgerEntries() {
  const words = useNeedLedgerWords()
  const say = useSay()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const query = useQuery({ ...entriesQuery(search), placeholderData: keepPreviousData })
  const what = [search.kind && say(needKinds[search.kind]), search.figure && say(figureWords[search.figure])]
  const all =
    search.figure || search.kind ? (
      <Link to="/ledgers/needs" search={{ month: search.month, place: search.place }}>
        {words.all}
      </Link>
    ) : null
  return (
    <div id="entries">
      <Section title={words.entriesOf(what.filter(Boolean).join(' · ') || words.all)} actions={all} flush>
        <PagedTable
          label={words.entries}
          query={query}
          columns={useEntryColumns()}
          rowKey={(entry) => entry.id}
          page={pageOf(PAGE)}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
        />
      </Section>
    </div>
  )
}

function useEntryColumns(): Column<LedgerEntry>[] {
  const say = useSay()
  return [
    {
      key: 'number',
      title: say(columnWords.number),
      width: 110,
      render: (entry) => (
        <Link to="/needs/$id" params={{ id: entry.id }}>
          {entry.number}
        </Link>
      ),
    },
    { key: 'raisedOn', title: say(columnWords.raisedOn), width: 110, render: (entry) => entry.raisedOn },
    { key: 'name', title: say(columnWords.name), width: 90, render: (entry) => entry.name ?? say(house) },
    { key: 'community', title: say(columnWords.community), width: 100, render: (entry) => entry.community },
    { key: 'kind', title: say(columnWords.kind), width: 90, render: (entry) => say(needKinds[entry.kind]) },
    { key: 'words', title: say(columnWords.words), width: 220, render: (entry) => entry.words },
    { key: 'helper', title: say(columnWords.helper), width: 100, render: (entry) => entry.helper },
    {
      key: 'status',
      title: say(columnWords.status),
      render: (entry) => <Mark tone={stateTone[entry.status]}>{say(needStates[entry.status])}</Mark>,
    },
    { key: 'endedOn', title: say(columnWords.endedOn), width: 110, render: (entry) => entry.endedOn },
  ]
}
