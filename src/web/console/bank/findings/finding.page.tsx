import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { findingKinds, findingStates, measures } from '#modules/volunteering/bank/anomalies/words.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { JudgeDialog } from './judge-dialog.tsx'
import { useNumbers } from './limit-cards.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { type Finding, findingQuery } from './queries.ts'
import { Records } from './records.tsx'
import { findingTones } from './tones.ts'
import { useFindingWords } from './words.ts'

const route = getRouteApi('/shell/bank/findings/$id')

export function FindingPage() {
  const { id } = route.useParams()
  const finding = useQuery(findingQuery(id))
  return <RecordPage query={finding}>{(record) => <FindingBody key={id} finding={record} />}</RecordPage>
}

function FindingBody({ finding }: { finding: Finding }) {
  const words = useFindingWords()
  const say = useSay()
  const { kind, status, can, isOwn } = finding
  const [open, setOpen] = useState<'harmless' | 'wrong' | 'measure' | null>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title={`${say(findingKinds[kind])} · ${finding.name ?? finding.partner ?? finding.account ?? ''}`}
      trail={<Link to="/bank/findings">{words.findings}</Link>}
      lead={<Mark tone={findingTones[status]}>{say(findingStates[status])}</Mark>}
      actions={
        <>
          {can.judge ? <Button onClick={() => setOpen('harmless')}>{words.harmless}</Button> : null}
          {can.judge ? (
            <Button danger onClick={() => setOpen('wrong')}>
              {words.wrong}
            </Button>
          ) : null}
          {can.note ? (
            <Button type="primary" onClick={() => setOpen('measure')}>
              {words.noteMeasure}
            </Button>
          ) : null}
        </>
      }
    >
      <Why finding={finding} note={isOwn ? words.own : undefined} />
      {status === 'waiting' ? null : <Judgement finding={finding} />}
      <Records finding={finding} />
      {open === 'harmless' || open === 'wrong' ? (
        <JudgeDialog id={finding.id} isWrong={open === 'wrong'} onClose={close} />
      ) : null}
      {open === 'measure' ? <MeasureDialog id={finding.id} onClose={close} /> : null}
    </Page>
  )
}

function Why({ finding, note }: { finding: Finding; note: string | undefined }) {
  const words = useFindingWords()
  const times = useTimes()
  const numbers = useNumbers()
  const { personId, name, partner, account, usual } = finding
  const who = personId ? (
    <Link to="/bank/accounts/$personId" params={{ personId }}>
      {name}
    </Link>
  ) : (
    (partner ?? account)
  )
  return (
    <Section title={words.why} note={note ?? words.noPunishment}>
      <Facts
        items={[
          { label: words.about, value: who },
          { label: words.restsOn, value: words.sum(finding) },
          { label: words.when, value: `${times.minute(finding.from)} – ${times.minute(finding.to)}` },
          { label: words.limit, value: numbers(finding.numbers) },
          ...(usual === null ? [] : [{ label: words.usual, value: usual }]),
          { label: words.foundAt, value: times.minute(finding.foundAt) },
        ]}
      />
    </Section>
  )
}

function Judgement({ finding }: { finding: Finding }) {
  const words = useFindingWords()
  const say = useSay()
  const times = useTimes()
  const { status, judgedBy, judgedAt, reason, steps } = finding
  return (
    <>
      <Section title={words.judgement}>
        <Facts
          items={[
            { label: words.status, value: say(findingStates[status]) },
            { label: words.judgedBy, value: judgedAt ? [judgedBy, times.minute(judgedAt)].join(' ') : null },
            { label: words.reason, value: reason, wide: true },
          ]}
        />
      </Section>
      {status === 'wrong' ? (
        <Section title={words.measures} flush>
          <DataTable
            label={words.measures}
            rows={steps}
            rowKey={({ id }) => id}
            empty={<p style={{ padding: '0 16px' }}>{words.noMeasure}</p>}
            columns={[
              { key: 'measure', title: words.measure, width: 160, render: ({ measure }) => say(measures[measure]) },
              { key: 'words', title: words.whatWasDone, width: 260, render: (step) => step.words },
              { key: 'by', title: words.by, render: ({ by, at }) => [by, times.minute(at)].join(' ') },
            ]}
          />
        </Section>
      ) : null}
    </>
  )
}
