import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { settlementStates } from '#modules/volunteering/bank/settlement/words.ts'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useTimes } from '../../ui/language/times.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { BankPage } from './parts/bank-page.tsx'
import { settlementTones } from './parts/settlement-tones.ts'
import { BANK, settlementsQuery } from './queries.ts'
import { useBankWords } from './words.ts'

export function SettlementListPage() {
  const words = useBankWords()
  const say = useSay()
  const times = useTimes()
  const settlements = useQuery(settlementsQuery)
  const [isDrafting, setDrafting] = useState(false)
  const draft = <Button onClick={() => setDrafting(true)}>{words.draft}</Button>
  return (
    <BankPage part="settlements" actions={draft}>
      <Section title={words.settlements} flush>
        <Answer query={settlements} lines={8}>
          {({ items }) => (
            <DataTable
              label={words.settlements}
              rows={items}
              rowKey={({ id }) => id}
              empty={<EmptyState title={words.noSettlements} hint={words.noSettlementsHint} />}
              columns={[
                {
                  key: 'partner',
                  title: words.partner,
                  render: ({ id, partner }) => (
                    <Link to="/bank/settlements/$id" params={{ id }}>
                      {partner}
                    </Link>
                  ),
                },
                { key: 'month', title: words.month, render: ({ month }) => times.month(month) },
                { key: 'redeemed', title: words.redeemed, align: 'right', render: ({ redeemed }) => redeemed },
                { key: 'reversed', title: words.reversedSum, align: 'right', render: ({ reversed }) => reversed },
                { key: 'closing', title: words.closing, align: 'right', render: ({ closing }) => closing },
                { key: 'due', title: words.due, align: 'right', render: ({ due }) => due },
                {
                  key: 'status',
                  title: words.status,
                  render: ({ status }) => <Mark tone={settlementTones[status]}>{say(settlementStates[status])}</Mark>,
                },
                { key: 'voucher', title: words.voucher, render: ({ voucher }) => voucher },
              ]}
            />
          )}
        </Answer>
      </Section>
      {isDrafting ? <DraftDialog onClose={() => setDrafting(false)} /> : null}
    </BankPage>
  )
}

function DraftDialog({ onClose }: { onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const draft = useAct(({ month }: { month: string }) => api.settlements.draftSettlements({ month }), {
    said: ({ drafted }) => words.drafted(drafted),
    refresh: [BANK],
    onDone: onClose,
  })
  return (
    <FormDialog<{ month: string }> title={words.draft} onClose={onClose} act={draft} submitLabel={words.draft}>
      <Form.Item label={words.month} name="month" rules={[{ required: true, message: kit.required(words.month) }]}>
        <Input type="month" />
      </Form.Item>
    </FormDialog>
  )
}
