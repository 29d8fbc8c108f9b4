import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { ChangedRecords } from '../codes/changed-records.tsx'
import { AUDIT, stateQuery } from '../queries.ts'
import { useAuditWords } from '../words.ts'
import { AskToKeep, WaitingToKeep } from './keeping.tsx'

type State = Awaited<ReturnType<typeof api.audit.readAuditState>>

/** Whether the chain holds, how long it is kept, and when it was last written down outside. */
export function ChainState() {
  const words = useAuditWords()
  const state = useQuery(stateQuery)
  const [isChanging, setChanging] = useState(false)
  const verify = useAct(() => api.audit.verifyAudit({}), { refresh: [AUDIT] })
  const can = state.data?.can
  const acts = (
    <>
      {can?.verify ? (
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {words.verifyNow}
        </Button>
      ) : null}
      {can?.askRetention ? <Button onClick={() => setChanging(true)}>{words.changeKeep}</Button> : null}
    </>
  )
  return (
    <Section title={words.state} note={words.stateNote} actions={acts}>
      <ErrorNotice error={verify.error} />
      <ChangedRecords />
      {verify.data ? <Outcome found={verify.data} /> : null}
      <Answer query={state} lines={2}>
        {(known) => (
          <>
            <WaitingToKeep state={known} />
            <StateFacts state={known} />
          </>
        )}
      </Answer>
      {isChanging && state.data ? <AskToKeep days={state.data.keepDays} onClose={() => setChanging(false)} /> : null}
    </Section>
  )
}

function StateFacts({ state }: { state: State }) {
  const words = useAuditWords()
  const times = useTimes()
  const { lastVerified, lastAnchored, since, codes } = state
  const verified = (found: NonNullable<State['lastVerified']>) =>
    found.faults ? words.broken(times.minute(found.at), found.faults) : words.sound(times.minute(found.at))
  return (
    <Facts
      items={[
        { label: words.rows, value: state.rows.toLocaleString() },
        { label: words.since, value: since ? times.day(since) : null },
        { label: words.keep, value: words.days(state.keepDays) },
        { label: words.verified, value: lastVerified ? verified(lastVerified) : words.never },
        {
          label: words.codes,
          value: codes
            ? codes.faults
              ? words.codesFaulty(times.minute(codes.at), codes.faults)
              : words.codesSound(times.minute(codes.at), codes.rows)
            : words.never,
        },
        { label: words.anchored, value: lastAnchored ? times.minute(lastAnchored) : words.never },
      ]}
    />
  )
}

type Found = Awaited<ReturnType<typeof api.audit.verifyAudit>>

function Outcome({ found: { rows, faults } }: { found: Found }) {
  const words = useAuditWords()
  const say = useSay()
  if (!faults.length)
    return <Alert type="success" showIcon title={words.verifiedOk(rows)} style={{ marginBottom: 16 }} />
  const list = (
    <ul>
      {faults.map((fault) => (
        <li key={`${fault.seq} ${fault.kind}`}>{say(fault.words)}</li>
      ))}
    </ul>
  )
  return <Alert type="error" showIcon title={words.verifiedBad} description={list} style={{ marginBottom: 16 }} />
}
