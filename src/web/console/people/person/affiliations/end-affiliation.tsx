import { Form, Input } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../../ui/language/words.ts'
import { type Affiliation, PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'

type EndAffiliationProps = { person: PersonRecord; affiliation: Affiliation; onClose: () => void }
type Typed = { on: string; note: string }

export function EndAffiliation({ person, affiliation, onClose }: EndAffiliationProps) {
  const words = usePersonWords()
  const kit = useKitWords()
  const end = useAct(
    ({ on, note }: Typed) =>
      api.affiliations.endAffiliation({ id: person.id, affiliationId: affiliation.id, on, note }),
    { said: words.ended, refresh: [PEOPLE], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.endOf(affiliation.unitName ?? affiliation.placeName ?? '')}
      onClose={onClose}
      act={end}
      submitLabel={words.end}
    >
      <Form.Item
        name="on"
        label={words.endOn}
        extra={words.endOnHint}
        rules={[{ required: true, message: kit.required(words.endOn) }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="note"
        label={words.reason}
        rules={[{ required: true, whitespace: true, min: 2, message: words.reasonNeeded }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
