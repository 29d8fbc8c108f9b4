import { useQuery } from '@tanstack/react-query'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { Waiting } from '../../../ui/feedback/waiting.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { waitingQuery } from '../../accounts/queries.ts'
import { useAdministrationWords } from '../../accounts/requests/words.ts'
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
  const tasks = waiting.data ? administratorsTasks(administration, waiting.data, { may, say }) : null
  return (
    <Section title={words.waiting}>
      <ErrorNotice error={waiting.error} onRetry={() => waiting.refetch()} />
      {waiting.isPending ? <Waiting lines={4} /> : null}
      {tasks?.length === 0 ? <EmptyState title={words.nothingWaits} /> : null}
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
