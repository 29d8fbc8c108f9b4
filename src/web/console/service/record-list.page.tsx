import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { PAGE, recordsQuery } from './queries.ts'
import { RecordFilters } from './records/record-filters.tsx'
import { useRecordColumns } from './records/use-record-columns.tsx'
import css from './service.module.css'
import { useRecordsWords } from './words.ts'

const route = getRouteApi('/shell/service/records')

export function RecordListPage() {
  const words = useRecordsWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery({ ...recordsQuery(search), placeholderData: keepPreviousData })
  const columns = useRecordColumns()
  const turn = (offset: number) => {
    navigate({ search: (old) => ({ ...old, offset: offset || undefined }) }).catch(() => undefined)
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.list} quiet>
        <RecordFilters />
        <Answer query={list} lines={8}>
          {({ items, total, minutes, people }) => (
            <>
              {total ? (
                <p className={css.note} role="status">
                  {words.sum(total, people, (minutes / 60).toLocaleString('zh-CN', { maximumFractionDigits: 1 }))}
                </p>
              ) : null}
              <DataTable
                label={words.list}
                columns={columns}
                rows={items}
                rowKey={(one) => one.id}
                stale={list.isPlaceholderData}
                empty={<EmptyState title={words.none} hint={words.noneHint} />}
              />
              <Pager total={total} offset={search.offset ?? 0} limit={PAGE} onTurn={turn} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  )
}
