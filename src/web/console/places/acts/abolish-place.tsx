import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'

import { PlacePicker } from '../place-picker.tsx'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'

type Typed = { successor?: string | null; on?: string }

export function AbolishPlace({ place, onClose }: { place: PlaceRecord; onClose: () => void }) {
  const words = usePlacesWords()
  const abolish = useAct(
    ({ successor, on }: Typed) =>
      api.placeChanges.abolishPlace({ code: place.code, ...(on ? { on } : {}), ...(successor ? { successor } : {}) }),
    {
      said: ({ people }) => words.abolished(people),
      refresh: [PLACES],
      onDone: onClose,
    },
  )
  return (
    <FormDialog<Typed>
      title={words.abolishOf(place.name)}
      danger
      onClose={onClose}
      act={abolish}
      submitLabel={words.abolish}
    >
      <p style={{ marginBottom: 16 }}>{words.abolishHint}</p>
      <Form.Item label={words.intoPlace} name="successor">
        <PlacePicker />
      </Form.Item>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
