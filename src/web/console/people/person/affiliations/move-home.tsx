import { Form, Input } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PlacePicker } from '../../../places/place-picker.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from '../acts/acts.module.css'

type Typed = { placeCode: string; address?: string; on: string; note?: string }

export function MoveHome({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePersonWords()
  const kit = useKitWords()
  const move = useAct(
    ({ placeCode, address, on, note }: Typed) =>
      api.affiliations.moveHome({ id: person.id, placeCode, address: address || null, on, note: note || null }),
    { said: words.moved, refresh: [PEOPLE, ['places']], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={person.place ? words.moveHome : words.setHome}
      onClose={onClose}
      act={move}
      submitLabel={kit.save}
    >
      <p className={css.lead}>{words.moveLead}</p>
      <Form.Item
        name="placeCode"
        label={words.newPlace}
        rules={[{ required: true, message: kit.required(words.newPlace) }]}
      >
        <PlacePicker />
      </Form.Item>
      <Form.Item name="address" label={words.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="on"
        label={words.movedOn}
        extra={words.movedOnHint}
        rules={[{ required: true, message: kit.required(words.movedOn) }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
