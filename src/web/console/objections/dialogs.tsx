import { Form } from 'antd'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { LongField } from '../../ui/form/long-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useObjectionWords } from './words.ts'

type Said = { raisedBy?: string; words: string }
type ObjectDialogProps = {
  title: string
  send: (said: Said) => Promise<unknown>
  refresh: readonly string[]
  onClose: () => void
}

/** An objection to something published, as it was said. */
export function ObjectDialog({ title, send, refresh, onClose }: ObjectDialogProps) {
  const words = useObjectionWords()
  const act = useAct(
    ({ raisedBy, words: text }: Said) => send(raisedBy ? { words: text, raisedBy } : { words: text }),
    { said: words.objected, refresh: [refresh], onDone: onClose },
  )
  return (
    <FormDialog<Said> title={title} submitLabel={words.object} onClose={onClose} act={act}>
      <TextField label={words.raisedBy} name="raisedBy" most={60} />
      <LongField label={words.words} name="words" most={500} />
    </FormDialog>
  )
}

type Typed = { answer: string; outcome: 'upheld' | 'notUpheld' }
type AnswerDialogProps = {
  objection: { id: string; raisedBy: string; words: string }
  send: (answered: { id: string; answer: string; isUpheld: boolean }) => Promise<unknown>
  /** What becomes of the thing where the objection is right. */
  upheld: string
  most: number
  hint?: string
  refresh: readonly string[]
  onClose: () => void
}

export function AnswerDialog({ objection, send, upheld, most, hint, refresh, onClose }: AnswerDialogProps) {
  const words = useObjectionWords()
  const act = useAct(
    ({ answer, outcome }: Typed) => send({ id: objection.id, answer, isUpheld: outcome === 'upheld' }),
    { said: words.answered, refresh: [refresh], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.answerTo(objection.raisedBy)}
      submitLabel={words.answer}
      onClose={onClose}
      act={act}
      initial={{ outcome: 'notUpheld' }}
    >
      <p>{objection.words}</p>
      <LongField label={words.answerWords} name="answer" most={most} {...(hint ? { hint } : {})} />
      <Form.Item label={words.outcome} name="outcome">
        <PlainSelect
          label={words.outcome}
          options={[
            { value: 'notUpheld' as const, label: words.notUpheld },
            { value: 'upheld' as const, label: upheld },
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}
