import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTimes } from '../../ui/language/times.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { PAGE, recordsQuery } from './queries.ts'
import { RecordFilters } from './records/record-filters.tsx'
import { useRecordColumns } from './records/use-record-columns.tsx'
import css from './service.module.css'
import { useRecordsWords } from './words.ts'

const route = getRouteApi('/shell/service/records')
const inHours = (minutes: number) => (minutes / 60).toLocaleString('zh-CN', { maximumFractionDigits: 1 })

export function RecordListPage() {
  const words = useRecordsWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const list = useQuery({ ...recordsQuery(search), placeholderData: keepPreviousData })
  const columns = useRecordColumns()
  const times = useTimes()
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.list} quiet>
        <RecordFilters />
        {search.stoodAt ? <p className={css.note}>{words.stoodAt(times.minute(search.stoodAt))}</p> : null}
        {search.changedAfter ? (
          <p className={css.note}>{words.changedAfter(times.minute(search.changedAfter))}</p>
        ) : null}
        {list.data?.total ? (
          <p className={css.note} role="status">
            {words.sum(list.data.total, list.data.people, inHours(list.data.minutes))}
          </p>
        ) : null}
        <PagedTable
          label={words.list}
          query={list}
          columns={columns}
          rowKey={(one) => one.id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
          lines={8}
        />
      </Section>
    </Page>
  )
}
