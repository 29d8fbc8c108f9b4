import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { channels, needKinds, needStates, urgencies } from '#modules/volunteering/codes/index.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import type { Column } from '../../../ui/table/column.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { listQuery, type NeedLine, PAGE } from '../queries.ts'
import { useNeedsWords } from '../words.ts'

const route = getRouteApi('/shell/needs')

export const stateTone: Record<NeedLine['status'], Tone> = {
  raised: 'brand',
  accepted: 'doubtful',
  matched: 'doubtful',
  in_service: 'doubtful',
  served: 'doubtful',
  closed: 'good',
  declined: 'plain',
  withdrawn: 'plain',
}

export function NeedTable() {
  const words = useNeedsWords()
  const columns = useNeedColumns()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const query = useQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  return (
    <PagedTable
      label={words.title}
      query={query}
      columns={columns}
      rowKey={(need) => need.id}
      page={pageOf(PAGE)}
      lines={8}
    />
  )
}

function useNeedColumns(): Column<NeedLine>[] {
  const words = useNeedsWords()
  const say = useSay()
  const times = useTimes()
  return [
    {
      key: 'number',
      title: words.number,
      width: 110,
      render: (need) => (
        <Link to="/needs/$id" params={{ id: need.id }}>
          {need.number}
        </Link>
      ),
    },
    { key: 'person', title: words.person, width: 90, render: (need) => need.name ?? words.forHouse },
    { key: 'kind', title: words.kind, width: 90, render: (need) => say(needKinds[need.kind]) },
    { key: 'words', title: words.words, width: 220, render: (need) => need.words },
    { key: 'place', title: words.place, width: 100, render: (need) => need.community ?? need.place },
    { key: 'urgency', title: words.urgency, render: (need) => say(urgencies[need.urgency]) },
    { key: 'channel', title: words.channel, render: (need) => say(channels[need.channel]) },
    {
      key: 'status',
      title: words.status,
      render: (need) => (
        <>
          <Mark tone={stateTone[need.status]}>{say(needStates[need.status])}</Mark>{' '}
          {need.isOverdue ? <Mark tone="bad">{words.overdue}</Mark> : null}
        </>
      ),
    },
    { key: 'helper', title: words.helper, width: 100, render: (need) => need.helper ?? need.team },
    { key: 'raisedAt', title: words.raisedAt, width: 130, render: (need) => times.minute(need.raisedAt) },
  ]
}
