import { Form, Input } from 'antd'
import { type ErasureGround, erasureGrounds } from '#modules/people/privacy/erasure/rules.ts'
import { groundWords } from '#modules/people/privacy/erasure/words.ts'
import { api } from '../../../../api.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { type Asker, askers } from '../correction/proposal-fields.tsx'
import { usePrivacyWords } from '../words.ts'

type Typed = { ground: ErasureGround; askedBy: Asker; reason: string }

/** Asks for the person to be forgotten; somebody else decides. */
export function AskErasure({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const say = useSay()
  const ask = useAct((typed: Typed) => api.erasures.requestErasure({ id: person.id, ...typed }), {
    said: words.erasureAsked,
    refresh: [PEOPLE],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.askErasureOf(person.name)}
      onClose={onClose}
      act={ask}
      submitLabel={words.send}
      initial={{ askedBy: 'elder' }}
    >
      <p style={{ marginBottom: 16 }}>{words.askErasureLead}</p>
      <Form.Item name="ground" label={words.ground} rules={[{ required: true, message: words.groundNeeded }]}>
        <PlainSelect<ErasureGround>
          label={words.ground}
          any={kit.choose}
          options={erasureGrounds.map((value) => ({ value, label: say(groundWords[value]) }))}
        />
      </Form.Item>
      <Form.Item name="askedBy" label={words.askedByLabel}>
        <PlainSelect<Asker>
          label={words.askedByLabel}
          options={askers.map((value) => ({ value, label: words.askedBy[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: words.erasureReasonNeeded }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
