import { Button } from 'antd'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { AuditLine } from '../queries.ts'
import { useAuditWords } from '../words.ts'

export const resultTones: Record<AuditLine['result'], Tone> = { done: 'good', refused: 'doubtful', failed: 'bad' }

export function useAuditColumns(onOpen: (event: AuditLine) => void): Column<AuditLine>[] {
  const words = useAuditWords()
  const say = useSay()
  const times = useTimes()
  return [
    {
      key: 'what',
      title: words.action,
      width: 220,
      render: (event) => (
        <Button
          type="link"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
          aria-label={words.more(say(event.what))}
          onClick={() => onOpen(event)}
        >
          {say(event.what)}
        </Button>
      ),
    },
    { key: 'at', title: words.at, width: 150, render: (event) => times.minute(event.at) },
    { key: 'who', title: words.account, width: 84, render: (event) => <Who event={event} /> },
    {
      key: 'result',
      title: words.result,
      render: (event) => <Mark tone={resultTones[event.result]}>{words.results[event.result]}</Mark>,
    },
    { key: 'subject', title: words.about, width: 160, render: (event) => <Subject event={event} /> },
    { key: 'address', title: words.address, render: (event) => event.address },
  ]
}

export function Who({ event }: { event: AuditLine }) {
  const words = useAuditWords()
  if (event.account) return event.account.name
  return event.onBehalfOf ? words.behalf(event.onBehalfOf.name) : words.system
}

/** The end of an id is what tells it from its neighbours. */
function Subject({ event: { subject, subjectKind } }: { event: AuditLine }) {
  const words = useAuditWords()
  const known: Readonly<Record<string, string>> = words.kinds
  const kind = subjectKind === null ? '' : (known[subjectKind] ?? subjectKind)
  return subject ? <span title={subject}>{`${kind} …${subject.slice(-12)}`}</span> : kind
}
