import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTimes } from '../../../../ui/language/times.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../../ui/table/use-address.ts'
import { type Merge, mergesQuery, PAIRS_PAGE } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'
import { BriefCell } from './brief-cell.tsx'
import { UndoMerge } from './undo-merge.tsx'

const route = getRouteApi('/shell/duplicates')

/** What was merged, by whom and when; each can be taken back. */
export function MergeList() {
  const words = useDuplicatesWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const merges = useQuery({ ...mergesQuery(search.offset ?? 0), placeholderData: keepPreviousData })
  const [undoing, setUndoing] = useState<Merge | null>(null)
  const columns = useMergeColumns(setUndoing)
  return (
    <>
      <PagedTable
        label={words.tabs.merges}
        query={merges}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.noneMerged} />}
        page={pageOf(PAIRS_PAGE)}
        lines={6}
      />
      {undoing ? <UndoMerge merge={undoing} onClose={() => setUndoing(null)} /> : null}
    </>
  )
}

function useMergeColumns(undo: (merge: Merge) => void): Column<Merge>[] {
  const words = useDuplicatesWords()
  const kit = useKitWords()
  const { minute } = useTimes()
  const told = (by: string | null, at: string | null) => [by, at ? minute(at) : null].filter(Boolean).join(' · ')
  return [
    { key: 'kept', title: words.kept, width: 200, render: ({ kept }) => <BriefCell brief={kept} /> },
    { key: 'absorbed', title: words.absorbed, width: 200, render: ({ absorbed }) => <BriefCell brief={absorbed} /> },
    { key: 'by', title: words.mergedBy, render: ({ by, at }) => told(by, at) },
    { key: 'undone', title: words.undone, render: ({ undoneBy, undoneAt }) => told(undoneBy, undoneAt) },
    {
      key: 'acts',
      title: kit.acts,
      render: (merge) =>
        merge.can.undo ? (
          <Button size="small" onClick={() => undo(merge)}>
            {words.undo}
            <span className="visually-hidden"> {merge.kept.name}</span>
          </Button>
        ) : null,
    },
  ]
}
