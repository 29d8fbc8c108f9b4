import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { kinds } from '#modules/messages/templates/shipped/index.ts'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { Tabs } from '../../ui/control/tabs.tsx'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { useSay } from '../../ui/language/language.ts'
import { useTimes } from '../../ui/language/times.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { INBOX, inboxQuery, PAGE } from './queries.ts'
import { useMessageWords } from './words.ts'

const route = getRouteApi('/shell/inbox')
type Line = Awaited<ReturnType<typeof api.messages.readInbox>>['items'][number]

export function InboxPage() {
  const words = useMessageWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const navigate = route.useNavigate()
  const inbox = useQuery({ ...inboxQuery(search), placeholderData: keepPreviousData })
  const read = useAct((ids?: string[]) => api.messages.markRead(ids ? { ids } : {}), { refresh: [INBOX] })
  const show = (which: 'all' | 'unread') => {
    navigate({ search: { unread: which === 'unread' ? true : undefined }, replace: true }).catch(() => undefined)
  }
  const all = (
    <Button disabled={!inbox.data?.unread} loading={read.isPending} onClick={() => read.mutate(undefined)}>
      {words.readAll}
    </Button>
  )
  const columns = useColumns((id) => read.mutate([id]))
  return (
    <Page title={words.inbox} lead={words.inboxLead} actions={all}>
      <ErrorNotice error={read.error} />
      <Section title={words.inbox} quiet>
        <div style={{ padding: 16 }}>
          <Tabs
            label={words.which}
            value={search.unread ? 'unread' : 'all'}
            onChange={show}
            options={[
              { value: 'all', label: words.all },
              { value: 'unread', label: words.unread, count: inbox.data?.unread ?? 0 },
            ]}
          />
        </div>
        <PagedTable
          query={inbox}
          label={words.inbox}
          columns={columns}
          rowKey={(line) => line.id}
          empty={<EmptyState title={words.inboxEmpty} hint={words.inboxEmptyHint} />}
          page={pageOf(PAGE)}
        />
      </Section>
    </Page>
  )
}

function useColumns(onRead: (id: string) => void): Column<Line>[] {
  const words = useMessageWords()
  const say = useSay()
  const times = useTimes()
  return [
    {
      key: 'text',
      title: words.text,
      width: 420,
      render: (line) => (
        <>
          {line.readAt ? null : <Mark tone="brand">{words.newMark}</Mark>} {say(line.text)}
        </>
      ),
    },
    { key: 'kind', title: words.kind, width: 110, render: (line) => say(kinds[line.kind]) },
    { key: 'at', title: words.sentAt, width: 160, render: (line) => times.minute(line.createdAt) },
    {
      key: 'acts',
      title: words.state,
      render: (line) =>
        line.readAt ? null : (
          <Button size="small" onClick={() => onRead(line.id)}>
            {words.markRead}
          </Button>
        ),
    },
  ]
}
