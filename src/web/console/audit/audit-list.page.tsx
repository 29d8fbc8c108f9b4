import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { AuditFilters } from './list/audit-filters.tsx'
import { ChainState } from './list/chain-state.tsx'
import { EventDrawer } from './list/event-drawer.tsx'
import { ExportEvents } from './list/export-events.tsx'
import { useAuditColumns } from './list/use-audit-columns.tsx'
import { type AuditLine, eventsQuery, PAGE } from './queries.ts'
import { useAuditWords } from './words.ts'

const route = getRouteApi('/shell/audit')

export function AuditListPage() {
  const words = useAuditWords()
  const may = useMay()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const [shown, setShown] = useState<AuditLine | null>(null)
  const events = useQuery({ ...eventsQuery(search), placeholderData: keepPreviousData })
  const columns = useAuditColumns(setShown)
  const seesAll = may('audit.read')
  return (
    <Page title={words.title} lead={seesAll ? words.lead : words.ownLead} actions={seesAll ? <ExportEvents /> : null}>
      {may('accounts.read') ? <ChainState /> : null}
      <Section title={words.events} quiet>
        <AuditFilters />
        <PagedTable
          query={events}
          label={words.events}
          columns={columns}
          rowKey={(event) => event.seq}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
          lines={8}
        />
      </Section>
      {shown ? <EventDrawer event={shown} onClose={() => setShown(null)} /> : null}
    </Page>
  )
}
