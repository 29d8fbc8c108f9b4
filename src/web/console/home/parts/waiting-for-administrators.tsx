import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { Waiting } from '../../../ui/feedback/waiting.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { waitingQuery } from '../../accounts/queries.ts'
import { useAdministrationWords } from '../../accounts/requests/words.ts'
import { ChangedRecords } from '../../audit/codes/changed-records.tsx'
import { gatewayWishQuery } from '../../messages/queries.ts'
import { backupsQuery } from '../../operations/backups/queries.ts'
import { useMay } from '../../shell/session/me.ts'
import { useHomeWords } from '../words.ts'
import { administratorsTasks } from './administrators-tasks.ts'
import { TaskLine } from './task-line.tsx'

/** The three administrators see no people; what waits for them is accounts, codes and grants. */
export function WaitingForAdministrators() {
  const words = useHomeWords()
  const administration = useAdministrationWords()
  const say = useSay()
  const may = useMay()
  const waiting = useQuery(waitingQuery)
  const backups = useQuery({ ...backupsQuery(false), enabled: may('operations.manage') })
  const gateway = useQuery({ ...gatewayWishQuery, enabled: may('policy.manage') })
  const tasks = waiting.data
    ? administratorsTasks(administration, waiting.data, {
        may,
        say,
        backups: backups.data,
        gateway: gateway.data?.wish,
      })
    : null
  return (
    <Section title={words.waiting}>
      <ChangedRecords />
      <ErrorNotice error={waiting.error} onRetry={() => waiting.refetch()} />
      {waiting.isPending ? <Waiting lines={4} /> : null}
      {tasks?.length === 0 ? <NothingWaits /> : null}
      {tasks?.length ? (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {tasks.map((task) => (
            <TaskLine key={task.title} task={task} />
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function NothingWaits() {
  const words = useHomeWords()
  const { tasks } = useAdministrationWords()
  const may = useMay()
  const duty = may('operations.manage') ? 'system' : may('accounts.approve') ? 'security' : 'audit'
  return (
    <EmptyState
      title={words.nothingWaits}
      hint={tasks.nothingHint[duty]}
      action={duty === 'audit' ? <ButtonLink to="/audit">{tasks.seeAudit}</ButtonLink> : null}
    />
  )
}
