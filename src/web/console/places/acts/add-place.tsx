import { Form, InputNumber } from 'antd'
import { levelWords } from '#modules/places/words.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'

export type NewLevel = Exclude<PlaceRecord['can']['add'][number], 'county'>
type Typed = { name: string; number?: number; on?: string }
type AddPlaceProps = { place: Pick<PlaceRecord, 'code' | 'short'>; level: NewLevel; onClose: () => void }

export function AddPlace({ place, level, onClose }: AddPlaceProps) {
  const words = usePlacesWords()
  const say = useSay()
  const isNational = level === 'street' || level === 'community'
  const add = useAct((typed: Typed) => api.placeChanges.addPlace({ under: place.code, level, ...typed }), {
    said: words.added,
    refresh: [PLACES],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.addUnder(say(levelWords[level]), place.short)}
      onClose={onClose}
      act={add}
      submitLabel={words.add(say(levelWords[level]))}
    >
      <TextField label={words.name} name="name" most={60} required />
      <Form.Item label={words.number} name="number" extra={isNational ? words.numberNational : words.numberHint}>
        <InputNumber min={1} max={999} precision={0} controls={false} />
      </Form.Item>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
