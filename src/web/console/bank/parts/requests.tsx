import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Space } from 'antd'
import { grantGrounds } from '#modules/volunteering/bank/codes/index.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { recordSays } from '../pool/said.ts'
import { usePoolWords } from '../pool/words.ts'
import { BANK, type Request, requestsQuery } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Kind = Request['kind']

/** What one person asked for and another decides; not there when nothing waits. */
export function Requests({ only }: { only?: readonly Kind[] }) {
  const words = useBankWords()
  const requests = useQuery(requestsQuery)
  const decide = useAct((asked: Decision) => api.redemptions.decideBankRequest(asked), {
    said: words.decided,
    refresh: [BANK],
  })
  const columns = useColumns(decide.mutate)
  const items = (requests.data?.items ?? []).filter(({ kind }) => !only || only.includes(kind))
  if (!items.length) return null
  return (
    <Section title={words.requests} flush>
      <ErrorNotice error={decide.error} />
      <DataTable label={words.requests} rows={items} rowKey={({ id }) => id} columns={columns} />
    </Section>
  )
}

type Decision = { id: string; agrees: boolean }

function useColumns(decide: (decision: Decision) => void): Column<Request>[] {
  const words = useBankWords()
  const kit = useKitWords()
  const times = useTimes()
  const say = useSay()
  const pool = usePoolWords()
  const why = ({ reason, ground, need, isOnRecord }: Request) =>
    [ground && say(grantGrounds[ground]), recordSays(isOnRecord, pool.onRecord), need, reason]
      .filter(Boolean)
      .join(' · ')
  return [
    { key: 'kind', title: words.kind, render: ({ kind }) => words.kinds[kind] },
    {
      key: 'about',
      title: words.about,
      width: 76,
      render: ({ personId, name, heir, about }) => (
        <>
          <Link to="/bank/accounts/$personId" params={{ personId }}>
            {name}
          </Link>
          {about || heir ? ` → ${about ?? heir}` : null}
        </>
      ),
    },
    { key: 'points', title: words.points, align: 'right', render: ({ points }) => points },
    { key: 'reason', title: words.reason, width: 180, render: why },
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
            <Button size="small" type="primary" onClick={() => decide({ id, agrees: true })}>
              {words.agree}
            </Button>
            <Button size="small" onClick={() => decide({ id, agrees: false })}>
              {words.refuse}
            </Button>
          </Space>
        ) : (
          words.waits
        ),
    },
  ]
}
