import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { Upload } from './list/upload.tsx'
import { useBatchColumns } from './list/use-batch-columns.tsx'
import { batchesQuery, PAGE } from './queries.ts'
import { useImportsWords } from './words.ts'

const route = getRouteApi('/shell/imports')

export function ImportListPage() {
  const words = useImportsWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const columns = useBatchColumns()
  const batches = useQuery({ ...batchesQuery(search.offset ?? 0), placeholderData: keepPreviousData })
  return (
    <Page title={words.title} lead={words.lead}>
      <Upload />
      <Section title={words.batches} flush>
        <PagedTable
          label={words.batches}
          query={batches}
          columns={columns}
          rowKey={(batch) => batch.id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
        />
      </Section>
    </Page>
  )
}
