import { Button, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { BANK, type Wallet } from '../queries.ts'
import { useBankWords } from '../words.ts'

/** What was given within the last ten minutes, to be taken back at the person's word; not there when there is nothing. */
export function Given({ wallet }: { wallet: Wallet }) {
  const words = useBankWords()
  const kit = useKitWords()
  const times = useTimes()
  const { personId, given, can } = wallet
  const undo = useAct((id: string) => api.bank.undoGift({ personId, id }), { said: words.takenBack, refresh: [BANK] })
  if (!given.length) return null
  return (
    <Section title={words.given} flush>
      <ErrorNotice error={undo.error} />
      <DataTable
        label={words.given}
        rows={given}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', title: words.at, width: 140, render: ({ givenAt }) => times.minute(givenAt) },
          { key: 'to', title: words.to, render: ({ kind, taker }) => (kind === 'gift' ? taker : words.pool) },
          { key: 'points', title: words.points, align: 'right', render: ({ points }) => points },
          { key: 'until', title: words.undoUntil, render: ({ undoUntil }) => times.minute(undoUntil) },
          {
            key: 'undo',
            title: kit.acts,
            render: ({ id }) =>
              can.undo ? (
                <Popconfirm title={words.takeBackSure} onConfirm={() => undo.mutate(id)}>
                  <Button size="small" loading={undo.isPending && undo.variables === id}>
                    {words.cancel}
                  </Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
    </Section>
  )
}
