import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { MessageFilters } from './list/message-filters.tsx'
import { QuietHours } from './list/quiet-hours.tsx'
import { SendNotice } from './list/send-notice.tsx'
import { useMessageColumns } from './list/use-message-columns.tsx'
import { listQuery, PAGE } from './queries.ts'
import { useMessageWords } from './words.ts'

const route = getRouteApi('/shell/messages')

export function MessageListPage() {
  const words = useMessageWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [isSending, setSending] = useState(false)
  const columns = useMessageColumns()
  const messages = useQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  const turn = (offset: number) => {
    navigate({ search: (old) => ({ ...old, offset: offset || undefined }) }).catch(() => undefined)
  }
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  const send = (
    <Button type="primary" onClick={() => setSending(true)}>
      {words.send}
    </Button>
  )
  return (
    <Page title={words.title} lead={words.lead} actions={send}>
      <QuietHours />
      <Section title={words.list} note={messages.data ? words.partsTotal(messages.data.parts) : undefined} flush>
        <MessageFilters />
        <Answer query={messages} lines={8}>
          {({ items, total }) => (
            <>
              <DataTable
                label={words.list}
                columns={columns}
                rows={items}
                rowKey={(line) => line.id}
                stale={messages.isPlaceholderData}
                {...(isFiltered ? {} : { empty: <EmptyState title={words.none} hint={words.noneHint} /> })}
              />
              <Pager total={total} offset={search.offset ?? 0} limit={PAGE} onTurn={turn} />
            </>
          )}
        </Answer>
      </Section>
      {isSending ? <SendNotice onClose={() => setSending(false)} /> : null}
    </Page>
  )
}
