import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { PAGE } from '../people-search.ts'
import { exportsQuery } from '../queries.ts'
import { useExportColumns } from './use-export-columns.tsx'
import { useExportsWords } from './words.ts'

const route = getRouteApi('/shell/exports')

/** What left the house as a file, what waits for a second person, and what can be fetched. */
export function ExportsPage() {
  const words = useExportsWords()
  const { offset = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useExportColumns()
  const exports = useQuery({ ...exportsQuery(offset), placeholderData: keepPreviousData })
  const turn = (next: number) => {
    navigate({ search: { offset: next || undefined } }).catch(() => undefined)
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.list} flush>
        <Answer query={exports}>
          {({ items, total }) => (
            <>
              <DataTable
                label={words.list}
                columns={columns}
                rows={items}
                rowKey={(line) => line.id}
                stale={exports.isPlaceholderData}
                empty={<EmptyState title={words.none} hint={words.noneHint} />}
              />
              {total ? <Pager total={total} offset={offset} limit={PAGE} onTurn={turn} /> : null}
            </>
          )}
        </Answer>
      </Section>
    </Page>
  )
}
