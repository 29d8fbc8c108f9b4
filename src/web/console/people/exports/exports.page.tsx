import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { PAGE } from '../people-search.ts'
import { exportsQuery } from '../queries.ts'
import { useExportColumns } from './use-export-columns.tsx'
import { useExportsWords } from './words.ts'

const route = getRouteApi('/shell/exports')

/** What left the house as a file, what waits for a second person, and what can be fetched. */
export function ExportsPage() {
  const words = useExportsWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const columns = useExportColumns()
  const exports = useQuery({ ...exportsQuery(search.offset ?? 0), placeholderData: keepPreviousData })
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.list} flush>
        <PagedTable
          label={words.list}
          query={exports}
          columns={columns}
          rowKey={(line) => line.id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
        />
      </Section>
    </Page>
  )
}
