import { api } from '../../../api.ts'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import type { Batch, Decision, Plan, RowLine } from '../queries.ts'
import { useImportsWords } from '../words.ts'

type Word = Exclude<Decision, null> | 'none'

/** Which words make sense for a row: a doubtful one may be accepted, be somebody else, or be left out. */
function choicesFor(plan: Plan, isMatched: boolean): Word[] {
  if (plan === 'doubtful') return isMatched ? ['none', 'match', 'new', 'skip'] : ['none', 'accept', 'skip']
  if (plan === 'duplicate') return ['none', 'new']
  if (plan === 'changed' || plan === 'new') return ['none', 'skip']
  return []
}

/** A person's word on one row. */
export function Decide({ batch, row }: { batch: Batch; row: RowLine }) {
  const words = useImportsWords()
  const decide = useAct(
    (word: Word) =>
      api.rosterImport.decideImportRows({ id: batch.id, seqs: [row.seq], decision: word === 'none' ? null : word }),
    { refresh: [['imports', batch.id]] },
  )
  const choices = choicesFor(row.plan, row.match !== null)
  if (!choices.length) return null
  const none = row.plan === 'doubtful' || row.plan === 'duplicate' ? words.undecided : words.decisions.accept
  const options = choices.map((value) => ({ value, label: value === 'none' ? none : words.decisions[value] }))
  return (
    <div>
      <Tabs
        label={words.decision}
        options={options}
        value={row.decision ?? 'none'}
        onChange={(word) => decide.mutate(word)}
      />
      <ErrorNotice error={decide.error} />
    </div>
  )
}
