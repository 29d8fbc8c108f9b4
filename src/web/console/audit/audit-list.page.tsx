import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
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
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [shown, setShown] = useState<AuditLine | null>(null)
  const events = useQuery({ ...eventsQuery(search), placeholderData: keepPreviousData })
  const columns = useAuditColumns(setShown)
  const turn = (offset: number) => {
    navigate({ search: (old) => ({ ...old, offset: offset || undefined }) }).catch(() => undefined)
  }
  const seesAll = may('audit.read')
  return (
    <Page title={words.title} lead={seesAll ? words.lead : words.ownLead} actions={seesAll ? <ExportEvents /> : null}>
      {may('accounts.read') ? <ChainState /> : null}
      <Section title={words.events} quiet>
        <AuditFilters />
        <Answer query={events} lines={8}>
          {({ items, total }) => (
            <>
              <DataTable
                label={words.events}
                columns={columns}
                rows={items}
                rowKey={(event) => event.seq}
                stale={events.isPlaceholderData}
                empty={<EmptyState title={words.none} hint={words.noneHint} />}
              />
              <Pager total={total} offset={search.offset ?? 0} limit={PAGE} onTurn={turn} />
            </>
          )}
        </Answer>
      </Section>
      {shown ? <EventDrawer event={shown} onClose={() => setShown(null)} /> : null}
    </Page>
  )
}
