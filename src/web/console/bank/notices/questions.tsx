import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { AnswerDialog, ObjectDialog } from '../../objections/dialogs.tsx'
import { useObjectionWords } from '../../objections/words.ts'
import { BANK } from '../queries.ts'
import type { Notice } from './queries.ts'
import { useNoticeWords } from './words.ts'

type Question = Notice['questions'][number]

/** What was said against a notice and what was answered; both stay. */
export function Questions({ notice }: { notice: Notice }) {
  const words = useNoticeWords()
  const objection = useObjectionWords()
  const times = useTimes()
  const [open, setOpen] = useState<'ask' | Question | null>(null)
  const close = () => setOpen(null)
  const ask = notice.can.ask ? <Button onClick={() => setOpen('ask')}>{objection.object}</Button> : null
  return (
    <Section title={words.questions} actions={ask} flush>
      <DataTable
        label={words.questions}
        rows={notice.questions}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.noQuestions} hint={words.noQuestionsHint} />}
        columns={[
          { key: 'at', title: words.at, width: 140, render: ({ raisedAt }) => times.minute(raisedAt) },
          { key: 'by', title: objection.raisedBy, render: ({ raisedBy }) => raisedBy },
          { key: 'words', title: objection.words, render: (one) => one.words },
          {
            key: 'answer',
            title: objection.answer,
            render: (one) =>
              one.answer ? (
                `${one.isUpheld ? words.upheld : objection.notUpheld} · ${one.answer}`
              ) : (
                <Wait one={one} onAnswer={setOpen} />
              ),
          },
        ]}
      />
      {open === 'ask' ? (
        <ObjectDialog
          title={objection.object}
          send={(said) => api.bankNotices.askAboutNotice({ id: notice.id, ...said })}
          refresh={BANK}
          onClose={close}
        />
      ) : null}
      {open !== null && open !== 'ask' ? (
        <AnswerDialog
          objection={open}
          send={api.bankNotices.answerNoticeQuestion}
          upheld={words.upheld}
          most={200}
          hint={words.answerHint}
          refresh={BANK}
          onClose={close}
        />
      ) : null}
    </Section>
  )
}

function Wait({ one, onAnswer }: { one: Question; onAnswer: (one: Question) => void }) {
  const words = useNoticeWords()
  const { answer } = useObjectionWords()
  if (!one.can.answer) return <>{words.waiting}</>
  return (
    <Button size="small" onClick={() => onAnswer(one)}>
      {answer}
    </Button>
  )
}
