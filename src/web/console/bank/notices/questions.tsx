import { Button, Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { BANK } from '../queries.ts'
import { LongField } from './parts/long-field.tsx'
import type { Notice } from './queries.ts'
import { useNoticeWords } from './words.ts'

type Question = Notice['questions'][number]

/** What was said against a notice and what was answered; both stay. */
export function Questions({ notice }: { notice: Notice }) {
  const words = useNoticeWords()
  const times = useTimes()
  const [open, setOpen] = useState<'ask' | Question | null>(null)
  const close = () => setOpen(null)
  const ask = notice.can.ask ? <Button onClick={() => setOpen('ask')}>{words.ask}</Button> : null
  return (
    <Section title={words.questions} actions={ask} flush>
      <DataTable
        label={words.questions}
        rows={notice.questions}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.noQuestions} hint={words.noQuestionsHint} />}
        columns={[
          { key: 'at', title: words.at, width: 140, render: ({ raisedAt }) => times.minute(raisedAt) },
          { key: 'by', title: words.raisedBy, render: ({ raisedBy }) => raisedBy },
          { key: 'words', title: words.words, render: (one) => one.words },
          {
            key: 'answer',
            title: words.answer,
            render: (one) =>
              one.answer ? (
                `${one.isUpheld ? words.upheld : words.notUpheld} · ${one.answer}`
              ) : (
                <Wait one={one} onAnswer={setOpen} />
              ),
          },
        ]}
      />
      {open === 'ask' ? <Ask id={notice.id} onClose={close} /> : null}
      {open !== null && open !== 'ask' ? <AnswerIt question={open} onClose={close} /> : null}
    </Section>
  )
}

function Wait({ one, onAnswer }: { one: Question; onAnswer: (one: Question) => void }) {
  const words = useNoticeWords()
  if (!one.can.answer) return <>{words.waiting}</>
  return (
    <Button size="small" onClick={() => onAnswer(one)}>
      {words.answer}
    </Button>
  )
}

type Said = { raisedBy?: string; words: string }

function Ask({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useNoticeWords()
  const ask = useAct(
    ({ raisedBy, words: said }: Said) =>
      api.bankNotices.askAboutNotice({ id, words: said, ...(raisedBy ? { raisedBy } : {}) }),
    { said: words.asked, refresh: [BANK], onDone: onClose },
  )
  return (
    <FormDialog<Said> title={words.ask} submitLabel={words.ask} onClose={onClose} act={ask}>
      <TextField label={words.raisedBy} name="raisedBy" most={60} />
      <LongField label={words.words} name="words" most={500} />
    </FormDialog>
  )
}

type Answered = { answer: string; outcome: 'upheld' | 'notUpheld' }

function AnswerIt({ question, onClose }: { question: Question; onClose: () => void }) {
  const words = useNoticeWords()
  const answer = useAct(
    ({ answer: text, outcome }: Answered) =>
      api.bankNotices.answerNoticeQuestion({ id: question.id, answer: text, isUpheld: outcome === 'upheld' }),
    { said: words.answered, refresh: [BANK], onDone: onClose },
  )
  const outcomes = (['notUpheld', 'upheld'] as const).map((value) => ({ value, label: words[value] }))
  return (
    <FormDialog<Answered>
      title={words.answerOf(question.raisedBy)}
      submitLabel={words.answer}
      onClose={onClose}
      act={answer}
      initial={{ outcome: 'notUpheld' }}
    >
      <p>{question.words}</p>
      <LongField label={words.answerWords} name="answer" most={200} hint={words.answerHint} />
      <Form.Item label={words.outcome} name="outcome">
        <PlainSelect label={words.outcome} options={outcomes} />
      </Form.Item>
    </FormDialog>
  )
}
