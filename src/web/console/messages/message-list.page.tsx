import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { MessageFilters } from './list/message-filters.tsx'
import { QuietHours } from './list/quiet-hours.tsx'
import { SendNotice } from './list/send-notice.tsx'
import { useMessageColumns } from './list/use-message-columns.tsx'
import { listQuery, PAGE } from './queries.ts'
import { useMessageWords } from './words.ts'

const route = getRouteApi('/shell/messages')

export function MessageListPage() {
  const words = useMessageWords()
  const { search, isFiltered, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const [isSending, setSending] = useState(false)
  const columns = useMessageColumns()
  const messages = useQuery({ ...listQuery(search), placeholderData: keepPreviousData })
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
        <PagedTable
          query={messages}
          label={words.list}
          columns={columns}
          rowKey={(line) => line.id}
          empty={isFiltered ? undefined : <EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
          lines={8}
        />
      </Section>
      {isSending ? <SendNotice onClose={() => setSending(false)} /> : null}
    </Page>
  )
}
