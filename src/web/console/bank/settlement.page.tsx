import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { outcomes, settlementStates } from '#modules/volunteering/bank/settlement/words.ts'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { saveFile } from '../../ui/control/save-file.ts'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { useTimes } from '../../ui/language/times.ts'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { LongTable } from '../../ui/table/paged-table.tsx'
import { ReasonDialog } from './acts/reason-dialog.tsx'
import { settlementTones } from './parts/settlement-tones.ts'
import { BANK, type Settlement, settlementQuery } from './queries.ts'
import { useBankWords } from './words.ts'

const route = getRouteApi('/shell/bank/settlements/$id')

export function SettlementPage() {
  const { id } = route.useParams()
  const settlement = useQuery(settlementQuery(id))
  return <RecordPage query={settlement}>{(record) => <SettlementBody settlement={record} />}</RecordPage>
}

function SettlementBody({ settlement }: { settlement: Settlement }) {
  const words = useBankWords()
  const say = useSay()
  const times = useTimes()
  const { id, partner, month, status, lines } = settlement
  const take = useAct((format: 'xlsx' | 'pdf') => api.settlements.downloadSettlement({ id, format }), {
    onDone: saveFile,
  })
  return (
    <Page
      title={`${partner} · ${times.month(month)}`}
      trail={<Link to="/bank/settlements">{words.settlements}</Link>}
      lead={
        <>
          <Mark tone={settlementTones[status]}>{say(settlementStates[status])}</Mark>{' '}
          {settlement.version > 1 ? <Mark>{words.versionOf(settlement.version)}</Mark> : null}
        </>
      }
      actions={
        <>
          <Button onClick={() => take.mutate('xlsx')}>{words.sheet}</Button>
          <Button onClick={() => take.mutate('pdf')}>{words.paper}</Button>
          <Acts settlement={settlement} />
        </>
      }
    >
      <ErrorNotice error={take.error} />
      <SettlementFacts settlement={settlement} />
      <Section title={words.lines} flush>
        <LongTable
          label={words.lines}
          rows={lines}
          rowKey={({ redemptionId, kind }) => redemptionId + kind}
          columns={[
            { key: 'item', title: words.item, width: 160, render: ({ item, quantity }) => `${item} × ${quantity}` },
            { key: 'at', title: words.at, render: ({ at }) => times.minute(at) },
            { key: 'name', title: words.name, render: ({ name }) => name },
            {
              key: 'kind',
              title: words.what,
              render: ({ kind, isStruck }) =>
                isStruck ? words.struck : kind === 'redeemed' ? words.redeemed : words.reversedSum,
            },
            {
              key: 'points',
              title: words.points,
              align: 'right',
              render: ({ kind, points }) => (kind === 'redeemed' ? points : -points),
            },
          ]}
        />
      </Section>
    </Page>
  )
}

function SettlementFacts({ settlement }: { settlement: Settlement }) {
  const words = useBankWords()
  const { aside } = usePunctuation()
  const say = useSay()
  const times = useTimes()
  const when = (by: string | null, at: string | null) => (at ? [by ?? words.office, times.minute(at)].join(' ') : null)
  return (
    <Section title={words.settlements}>
      <Facts
        items={[
          { label: words.opening, value: settlement.opening },
          { label: words.redeemed, value: settlement.redeemed },
          { label: words.reversedSum, value: settlement.reversed },
          { label: words.paidBefore, value: settlement.paidBefore },
          { label: words.closing, value: settlement.closing },
          { label: words.due, value: settlement.due },
          { label: words.draftedBy, value: when(settlement.draftedBy, settlement.draftedAt) },
          {
            label: words.answerBy,
            value: settlement.isByWeekdays ? aside(settlement.answerBy, words.byWeekdays) : settlement.answerBy,
          },
          { label: words.confirmedBy, value: when(settlement.confirmedBy, settlement.confirmedAt) },
          { label: words.approvedBy, value: when(settlement.approvedBy, settlement.approvedAt) },
          { label: words.voucher, value: settlement.voucher },
          { label: words.dispute, value: settlement.dispute, wide: true },
          { label: words.outcome, value: settlement.outcome && say(outcomes[settlement.outcome]) },
          { label: words.answered, value: settlement.answer, wide: true },
        ]}
      />
    </Section>
  )
}

function Acts({ settlement: { id, can, dispute } }: { settlement: Settlement }) {
  const words = useBankWords()
  const [open, setOpen] = useState<'correct' | 'answer' | 'pay' | null>(null)
  const close = () => setOpen(null)
  const approve = useAct(() => api.settlements.approveSettlement({ id }), { said: words.approved, refresh: [BANK] })
  const answer = useAct((text: string) => api.settlements.answerDispute({ id, answer: text }), {
    said: words.saved,
    refresh: [BANK],
    onDone: close,
  })
  const correct = useAct((text: string) => api.settlements.correctSettlement({ id, answer: text }), {
    said: words.saved,
    refresh: [BANK],
    onDone: close,
  })
  const pay = useAct((voucher: string) => api.settlements.paySettlement({ id, voucher }), {
    said: words.paid,
    refresh: [BANK],
    onDone: close,
  })
  return (
    <>
      {can.correct ? (
        <Button type="primary" onClick={() => setOpen('correct')}>
          {words.correctStatement}
        </Button>
      ) : null}
      {can.answer ? <Button onClick={() => setOpen('answer')}>{words.rejectDispute}</Button> : null}
      {can.approve ? (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
          {words.approve}
        </Button>
      ) : null}
      {can.pay ? (
        <Button type="primary" onClick={() => setOpen('pay')}>
          {words.pay}
        </Button>
      ) : null}
      {open === 'answer' ? (
        <ReasonDialog title={words.rejectDispute} label={words.answered} about={dispute} onClose={close} act={answer} />
      ) : null}
      {open === 'correct' ? (
        <ReasonDialog
          title={words.correctStatement}
          label={words.correctedWhat}
          about={dispute}
          onClose={close}
          act={correct}
        />
      ) : null}
      {open === 'pay' ? <ReasonDialog title={words.pay} label={words.voucher} onClose={close} act={pay} /> : null}
    </>
  )
}
