import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { SideFrame } from '../../ui/tree/side-frame.tsx'
import { useMay } from '../shell/session/me.ts'
import { useNarrow } from '../shell/use-narrow.ts'
import { FoundGroup } from './acts/found-group.tsx'
import { GroupFilters } from './list/group-filters.tsx'
import { PlaceSide } from './list/place-side.tsx'
import { useGroupColumns } from './list/use-group-columns.tsx'
import { listQuery, PAGE } from './queries.ts'
import { useGroupWords } from './words.ts'

const route = getRouteApi('/shell/groups')

export function GroupListPage() {
  const words = useGroupWords()
  const may = useMay()('groups.manage')
  const [isFounding, setFounding] = useState(false)
  const found = may ? (
    <Button type="primary" onClick={() => setFounding(true)}>
      {words.found}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={found}>
      <SideFrame narrow={useNarrow()} heading={words.byPlace} side={<PlaceSide />}>
        <GroupList />
      </SideFrame>
      {isFounding ? <FoundGroup onClose={() => setFounding(false)} /> : null}
    </Page>
  )
}

function GroupList() {
  const words = useGroupWords()
  const { search, isFiltered, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const columns = useGroupColumns()
  const groups = useQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  return (
    <Section title={words.list} quiet>
      <GroupFilters />
      <PagedTable
        query={groups}
        label={words.list}
        columns={columns}
        rowKey={(group) => group.id}
        empty={isFiltered ? undefined : <EmptyState title={words.none} hint={words.noneHint} />}
        page={pageOf(PAGE)}
        lines={8}
      />
    </Section>
  )
}
