import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useMay } from '../../shell/session/me.ts'
import { BankPage } from '../parts/bank-page.tsx'
import { BANK } from '../queries.ts'
import { KeptBack } from './kept-back.tsx'
import { type Programme, programmesQuery } from './queries.ts'
import { useBudgetWords } from './words.ts'

const route = getRouteApi('/shell/bank/budget')

/** What each year may issue, has issued and has left, with every decision about it. */
export function BudgetPage() {
  const words = useBudgetWords()
  const programmes = useQuery(programmesQuery)
  const may = useMay()('bank.approve')
  const [year, setYear] = useState<Programme | null>(null)
  const newest = programmes.data?.items[0]
  const next = newest && { ...newest, year: newest.year + 1, pointsBudget: null, points: 0 }
  const add = may && next ? <Button onClick={() => setYear(next)}>{words.addYear}</Button> : null
  const { keptBack } = route.useSearch()
  return (
    <BankPage part="budget" actions={add}>
      <p>{words.lead}</p>
      <Answer query={programmes} lines={6}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <Year key={one.year} programme={one} isOpen={keptBack === one.year} onSet={setYear} />
            ))}
          </>
        )}
      </Answer>
      {year ? <SetBudget programme={year} onClose={() => setYear(null)} /> : null}
    </BankPage>
  )
}

type YearProps = { programme: Programme; isOpen: boolean; onSet: (one: Programme) => void }

function Year({ programme, isOpen, onSet }: YearProps) {
  const words = useBudgetWords()
  const navigate = route.useNavigate()
  const { year, pointsBudget, points, left, minutes, keptBack, can } = programme
  const show = () => {
    navigate({ search: { keptBack: isOpen ? undefined : year }, replace: true, resetScroll: false }).catch(
      () => undefined,
    )
  }
  const kept = words.keptBackOf(keptBack.points, keptBack.people)
  return (
    <Section
      title={words.yearOf(year)}
      note={keptBack.points ? words.keptBackNote : undefined}
      actions={
        can.set ? (
          <Button onClick={() => onSet(programme)} aria-label={`${words.set} · ${words.yearOf(year)}`}>
            {words.set}
          </Button>
        ) : null
      }
    >
      <Facts
        items={[
          { label: words.approved, value: pointsBudget ?? words.noLimit },
          { label: words.issued, value: points },
          { label: words.left, value: left ?? words.noLimit },
          { label: words.minutes, value: words.hours(minutes) },
          {
            label: words.keptBack,
            value: keptBack.points ? (
              <Button type="link" style={{ padding: 0 }} aria-expanded={isOpen} onClick={show}>
                {kept}
              </Button>
            ) : (
              kept
            ),
          },
        ]}
      />
      {isOpen ? <KeptBack year={year} /> : null}
      <History programme={programme} />
    </Section>
  )
}

function History({ programme: { year, history } }: { programme: Programme }) {
  const words = useBudgetWords()
  const times = useTimes()
  return (
    <DataTable
      label={`${words.history} ${words.yearOf(year)}`}
      rows={history}
      rowKey={({ setAt }) => setAt}
      empty={<EmptyState title={words.noHistory} hint={words.noHistoryHint} />}
      columns={[
        { key: 'at', title: words.setAt, width: 160, render: ({ setAt }) => times.minute(setAt) },
        { key: 'points', title: words.approved, align: 'right', render: (one) => one.pointsBudget ?? words.noLimit },
        { key: 'basis', title: words.basis, render: ({ basis }) => basis },
        { key: 'by', title: words.setBy, render: ({ setBy }) => setBy },
      ]}
    />
  )
}

type Typed = { pointsBudget: number | null; basis?: string }

function SetBudget({
  programme: { year, pointsBudget, points },
  onClose,
}: {
  programme: Programme
  onClose: () => void
}) {
  const words = useBudgetWords()
  const set = useAct(
    (typed: Typed) =>
      api.bankRules.setBudget({ year, pointsBudget: typed.pointsBudget ?? null, basis: typed.basis || null }),
    { said: words.saved, refresh: [BANK], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.setOf(year)}
      onClose={onClose}
      act={set}
      initial={{ pointsBudget }}
      submitLabel={words.set}
    >
      <Form.Item label={words.points} name="pointsBudget" extra={words.setHint}>
        <InputNumber
          min={Math.max(1, points)}
          max={100_000_000}
          precision={0}
          style={{ width: '100%' }}
          placeholder={words.noLimit}
        />
      </Form.Item>
      <Form.Item label={words.basis} name="basis">
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
