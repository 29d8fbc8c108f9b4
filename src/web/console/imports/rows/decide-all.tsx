import { Button } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import type { Batch, Decision, Plan } from '../queries.ts'
import { useImportsWords } from '../words.ts'
import css from './rows.module.css'

type DecideAllProps = { batch: Batch; plan: Plan; reason: string | undefined; total: number }

/** One word for every row that is shown: all of a plan, or of one reason. */
export function DecideAll({ batch, plan, reason, total }: DecideAllProps) {
  const words = useImportsWords()
  const decide = useAct(
    (decision: Decision) => api.rosterImport.decideImportRows({ id: batch.id, plan, reason, decision }),
    { refresh: [['imports', batch.id]] },
  )
  if (plan === 'refused' || plan === 'not-a-person' || plan === 'unchanged' || !total) return null
  const choices: Decision[] = plan === 'doubtful' ? ['accept', 'skip'] : plan === 'duplicate' ? ['new'] : ['skip']
  return (
    <div className={css.all}>
      <span>{words.decideAll(total)}</span>
      {choices.map((decision) => (
        <Button key={decision} size="small" loading={decide.isPending} onClick={() => decide.mutate(decision)}>
          {words.decisions[decision ?? 'skip']}
        </Button>
      ))}
      <Button size="small" type="link" onClick={() => decide.mutate(null)}>
        {words.clearDecision}
      </Button>
      {decide.data ? <span role="status">{words.decided(decide.data.decided)}</span> : null}
      <ErrorNotice error={decide.error} />
    </div>
  )
}
