import { useQuery } from '@tanstack/react-query'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { Waiting } from '../../../ui/feedback/waiting.tsx'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { findingsWaitingQuery } from '../../bank/findings/queries.ts'
import { waitingQuery } from '../../people/privacy/queries.ts'
import { useMay } from '../../shell/session/me.ts'
import { importsQuery, qualityQuery } from '../queries.ts'
import { useHomeWords } from '../words.ts'
import { TaskLine } from './task-line.tsx'
import { tasksOf } from './tasks.ts'

/** Everything that somebody has to look at, the most pressing first; what is at zero is left out. */
export function WaitingForMe() {
  const words = useHomeWords()
  const may = useMay()
  const quality = useQuery(qualityQuery)
  const imports = useQuery({ ...importsQuery, enabled: may('import.prepare') })
  const requests = useQuery({ ...waitingQuery, enabled: may('people.approve') })
  const findings = useQuery({ ...findingsWaitingQuery, enabled: may('bank.approve') })
  if (quality.error)
    return (
      <Section title={words.waiting}>
        <ErrorNotice error={quality.error} onRetry={() => quality.refetch()} />
      </Section>
    )
  const tasks = quality.data
    ? tasksOf(words, quality.data, {
        batches: imports.data?.items ?? [],
        requests: requests.data,
        findings: findings.data,
        may,
      })
    : null
  return (
    <Section title={words.waiting} note={words.waitingNote}>
      {tasks ? null : <Waiting lines={5} />}
      {tasks?.length === 0 ? <EmptyState title={words.nothingWaits} hint={words.nothingWaitsHint} /> : null}
      {tasks?.length ? (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {tasks.map((task) => (
            <TaskLine key={task.href} task={task} />
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
