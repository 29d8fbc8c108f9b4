import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { PAGE, type TrainingLine, trainingListQuery } from '../teams/queries.ts'
import { RecordTraining } from './record-training.tsx'
import { useTrainingWords } from './words.ts'

const route = getRouteApi('/shell/training')

export function TrainingListPage() {
  const words = useTrainingWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('volunteering.record')
  const [isRecording, setRecording] = useState(false)
  const query = useQuery({ ...trainingListQuery(search), placeholderData: keepPreviousData })
  const columns: Column<TrainingLine>[] = [
    {
      key: 'title',
      title: words.name,
      width: 200,
      render: (one) => (
        <Link to="/training/$id" params={{ id: one.id }}>
          {one.title}
        </Link>
      ),
    },
    { key: 'heldOn', title: words.heldOn, width: 110, render: (one) => one.heldOn },
    { key: 'minutes', title: words.minutes, align: 'right', render: (one) => one.minutes },
    { key: 'trainer', title: words.trainer, render: (one) => one.trainer },
    { key: 'team', title: words.team, render: (one) => one.team },
    { key: 'place', title: words.place, render: (one) => one.place },
    { key: 'people', title: words.people, align: 'right', render: (one) => one.people },
  ]
  const acts = may ? (
    <Button type="primary" onClick={() => setRecording(true)}>
      {words.record}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <Section title={words.list} quiet>
        <PagedTable
          label={words.list}
          query={query}
          columns={columns}
          rowKey={(one) => one.id}
          page={pageOf(PAGE)}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
        />
      </Section>
      {isRecording ? <RecordTraining onClose={() => setRecording(false)} /> : null}
    </Page>
  )
}
