import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { SERVICE, type Star } from '../queries.ts'
import css from '../service.module.css'
import { useStarsWords } from '../words.ts'

type Objection = Star['objections'][number]

/** What was said against a star and what was answered; both stay. */
export function Objections({ star }: { star: Star }) {
  const words = useStarsWords()
  const [open, setOpen] = useState<'object' | Objection | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {star.objections.map((one) => (
        <div key={one.id}>
          {one.raisedBy}：{one.words}
          {one.answer ? (
            <span className={css.sub}>
              {one.isUpheld ? words.upheld : words.notUpheld} · {one.answer}
            </span>
          ) : null}
          {one.can.answer ? (
            <Button size="small" onClick={() => setOpen(one)}>
              {words.answer}
            </Button>
          ) : null}
        </div>
      ))}
      {star.can.object ? (
        <Button size="small" onClick={() => setOpen('object')} aria-label={`${words.object} · ${star.name}`}>
          {words.object}
        </Button>
      ) : null}
      {open === 'object' ? <ObjectToStar star={star} onClose={close} /> : null}
      {open !== null && open !== 'object' ? <AnswerObjection objection={open} onClose={close} /> : null}
    </>
  )
}

type Said = { raisedBy?: string; words: string }

function ObjectToStar({ star, onClose }: { star: Star; onClose: () => void }) {
  const words = useStarsWords()
  const act = useAct(
    (said: Said) =>
      api.stars.objectToStar({ id: star.id, words: said.words, ...(said.raisedBy ? { raisedBy: said.raisedBy } : {}) }),
    { said: words.objected, refresh: [SERVICE], onDone: onClose },
  )
  return (
    <FormDialog<Said> title={words.objectTo(star.name)} submitLabel={words.object} onClose={onClose} act={act}>
      <TextField label={words.raisedBy} name="raisedBy" most={60} />
      <LongField label={words.words} name="words" />
    </FormDialog>
  )
}

type Answered = { answer: string; outcome: 'upheld' | 'notUpheld' }

function AnswerObjection({ objection, onClose }: { objection: Objection; onClose: () => void }) {
  const words = useStarsWords()
  const act = useAct(
    ({ answer, outcome }: Answered) =>
      api.stars.answerObjection({ id: objection.id, answer, isUpheld: outcome === 'upheld' }),
    { said: words.answered, refresh: [SERVICE], onDone: onClose },
  )
  const outcomes = (['notUpheld', 'upheld'] as const).map((value) => ({ value, label: words[value] }))
  return (
    <FormDialog<Answered>
      title={words.answerTo(objection.raisedBy)}
      submitLabel={words.answer}
      onClose={onClose}
      act={act}
      initial={{ outcome: 'notUpheld' }}
    >
      <p>{objection.words}</p>
      <LongField label={words.answerWords} name="answer" />
      <Form.Item label={words.outcome} name="outcome">
        <PlainSelect label={words.outcome} options={outcomes} />
      </Form.Item>
    </FormDialog>
  )
}

function LongField({ label, name }: { label: string; name: string }) {
  const kit = useKitWords()
  return (
    <Form.Item label={label} name={name} rules={[{ required: true, min: 2, message: kit.required(label) }]}>
      <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
    </Form.Item>
  )
}
