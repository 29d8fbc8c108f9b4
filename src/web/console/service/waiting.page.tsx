import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { Tabs } from '../../ui/control/tabs.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { PAGE, SERVICE, type WaitingLine, waitingQuery } from './queries.ts'
import css from './service.module.css'
import { RatingSelect } from './shift/confirm-turn.tsx'
import { Once } from './shift/once.tsx'
import { useWaitingColumns } from './waiting/use-waiting-columns.tsx'
import { useShiftWords, useWaitingWords } from './words.ts'

const route = getRouteApi('/shell/service/waiting')

/** What waits for the clerk: many are confirmed at once, those entered afterwards are approved one by one. */
export function WaitingPage() {
  const words = useWaitingWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const navigate = route.useNavigate()
  const list = useQuery({ ...waitingQuery(search), placeholderData: keepPreviousData })
  const states = [
    { value: 'all' as const, label: words.all },
    { value: 'served' as const, label: words.served },
    { value: 'late' as const, label: words.late },
  ]
  const show = (status: 'all' | 'served' | 'late') => {
    navigate({ search: status === 'all' ? {} : { status } }).catch(() => undefined)
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <Tabs label={words.filter} options={states} value={search.status ?? 'all'} onChange={show} />
      <Section title={words.list} quiet>
        <Answer query={list} lines={8}>
          {({ items, total }) => (
            <>
              <WaitingTable items={items} isStale={list.isPlaceholderData} />
              <Pager total={total} {...pageOf(PAGE)} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  )
}

function WaitingTable({ items, isStale }: { items: WaitingLine[]; isStale: boolean }) {
  const words = useWaitingWords()
  const shift = useShiftWords()
  const columns = useWaitingColumns()
  const acts: Column<WaitingLine> = {
    key: 'acts',
    title: shift.acts,
    render: (one) => (one.status === 'served' ? null : <WaitingActs one={one} />),
  }
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [rating, setRating] = useState<string | undefined>()
  const chosen = items.filter(({ id, status }) => keys.has(id) && status === 'served').map(({ id }) => id)
  const confirm = useAct(() => api.confirming.confirmTurns({ turns: chosen, rating: rating ? Number(rating) : null }), {
    said: ({ confirmed }) => words.confirmedCount(confirmed),
    refresh: [SERVICE],
    onDone: () => setKeys(new Set()),
  })
  return (
    <>
      {items.length ? (
        <div className={css.bar}>
          <Button type="primary" disabled={!chosen.length} loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {words.confirmChosen(chosen.length)}
          </Button>
          <RatingSelect label={words.rating} {...(rating ? { value: rating } : {})} onChange={setRating} />
        </div>
      ) : null}
      <ErrorNotice error={confirm.error} />
      <DataTable
        label={words.list}
        columns={items.some(({ status }) => status !== 'served') ? [...columns, acts] : columns}
        rows={items}
        rowKey={(one) => one.id}
        rowName={(one) => `${one.name} ${one.title}`}
        stale={isStale}
        selection={{ keys, onChange: setKeys }}
        empty={<EmptyState title={words.none} hint={words.noneHint} />}
      />
    </>
  )
}

function WaitingActs({ one }: { one: WaitingLine }) {
  const words = useWaitingWords()
  const shift = useShiftWords()
  if (one.isMine) return <Mark>{words.mine}</Mark>
  const approve = () => api.checking.approveLate({ id: one.id })
  return <Once label={shift.approve} name={one.name} act={approve} said={shift.approved} />
}
