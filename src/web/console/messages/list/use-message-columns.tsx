import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { shipped } from '#modules/messages/templates/shipped/index.ts'
import { outcomeWords, statusWords, whyWords } from '#modules/messages/words.ts'
import { api } from '../../../api.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import type { Column } from '../../../ui/table/column.ts'
import { MESSAGES, type MessageLine } from '../queries.ts'
import { useMessageWords } from '../words.ts'

const tones: Record<MessageLine['status'], Tone> = {
  shown: 'good',
  sent: 'good',
  printed: 'good',
  waiting: 'plain',
  to_print: 'doubtful',
  withheld: 'bad',
}

export function useMessageColumns(): Column<MessageLine>[] {
  const words = useMessageWords()
  const kit = useKitWords()
  const say = useSay()
  const times = useTimes()
  const textOf = (line: MessageLine) => line.text ?? (line.kind === 'code' ? words.codeText : words.erasedText)
  return [
    {
      key: 'name',
      title: words.person,
      render: (line) =>
        line.personId ? (
          <Link to="/people/$id" params={{ id: line.personId }}>
            {line.name}
          </Link>
        ) : (
          line.name
        ),
    },
    { key: 'community', title: words.community, width: 90, render: (line) => line.community },
    { key: 'text', title: words.text, width: 220, render: textOf },
    { key: 'template', title: words.template, width: 80, render: (line) => say(shipped[line.template].name) },
    { key: 'status', title: words.status, width: 110, render: (line) => <Outcome line={line} /> },
    { key: 'parts', title: words.parts, align: 'right', render: (line) => line.parts },
    { key: 'at', title: words.sentAt, width: 100, render: (line) => times.minute(line.doneAt ?? line.createdAt) },
    { key: 'by', title: words.by, render: (line) => line.by ?? words.office },
    { key: 'acts', title: kit.acts, render: (line) => <Withdraw line={line} /> },
  ]
}

function Outcome({ line }: { line: MessageLine }) {
  const words = useMessageWords()
  const say = useSay()
  const times = useTimes()
  const tried = line.tries.map((one) => `${times.minute(one.at)} ${say(outcomeWords[one.outcome])} ${one.fault ?? ''}`)
  return (
    <>
      <Mark tone={tones[line.status]}>{say(statusWords[line.status])}</Mark>{' '}
      {line.why ? <span>{say(whyWords[line.why])}</span> : null}
      {line.dueAt ? <span>{words.dueAt(times.minute(line.dueAt))}</span> : null}
      {line.tries.length > 1 || tried.some((one) => one.includes('HTTP')) ? (
        <details>
          <summary>{words.tries(line.tries.length)}</summary>
          {tried.map((one) => (
            <div key={one}>{one}</div>
          ))}
        </details>
      ) : null}
    </>
  )
}

function Withdraw({ line }: { line: MessageLine }) {
  const words = useMessageWords()
  const withdraw = useAct(() => api.messages.withdrawMessage({ id: line.id }), {
    said: words.withdrawn,
    refresh: [MESSAGES],
  })
  if (line.status !== 'waiting' && line.status !== 'to_print') return null
  return (
    <Popconfirm title={words.withdrawSure} onConfirm={() => withdraw.mutate()}>
      <Button size="small" loading={withdraw.isPending} danger={withdraw.isError}>
        {words.withdraw}
      </Button>
    </Popconfirm>
  )
}
