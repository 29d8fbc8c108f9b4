import { useQuery } from '@tanstack/react-query'
import { Button, Space } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { BANK, requestsQuery } from '../queries.ts'
import { useBankWords } from '../words.ts'

/** What one person asked for and another decides; not there when nothing waits. */
export function Requests() {
  const words = useBankWords()
  const kit = useKitWords()
  const times = useTimes()
  const requests = useQuery(requestsQuery)
  const decide = useAct((asked: { id: string; agrees: boolean }) => api.redemptions.decideBankRequest(asked), {
    said: words.decided,
    refresh: [BANK],
  })
  const items = requests.data?.items ?? []
  if (!items.length) return null
  return (
    <Section title={words.requests} flush>
      <ErrorNotice error={decide.error} />
      <DataTable
        label={words.requests}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'kind', title: words.kind, render: ({ kind }) => words.kinds[kind] },
          {
            key: 'about',
            title: words.about,
            render: ({ name, heir, about }) => [name, about ?? heir].filter(Boolean).join(' → '),
          },
          { key: 'points', title: words.points, align: 'right', render: ({ points }) => points },
          { key: 'reason', title: words.reason, width: 180, render: ({ reason }) => reason },
          {
            key: 'by',
            title: words.askedBy,
            render: ({ askedBy, askedAt }) => `${askedBy ?? words.office} ${times.minute(askedAt)}`,
          },
          {
            key: 'acts',
            title: kit.acts,
            render: ({ id, can }) =>
              can.decide ? (
                <Space size="small">
                  <Button size="small" type="primary" onClick={() => decide.mutate({ id, agrees: true })}>
                    {words.agree}
                  </Button>
                  <Button size="small" onClick={() => decide.mutate({ id, agrees: false })}>
                    {words.refuse}
                  </Button>
                </Space>
              ) : (
                words.waits
              ),
          },
        ]}
      />
    </Section>
  )
}
