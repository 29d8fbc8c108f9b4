import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'

type Typed = { name: string; short?: string; on?: string }

export function RenamePlace({ place, onClose }: { place: PlaceRecord; onClose: () => void }) {
  const words = usePlacesWords()
  const rename = useAct(
    ({ short, ...typed }: Typed) =>
      api.placeChanges.renamePlace({ code: place.code, ...typed, ...(short ? { short } : {}) }),
    { said: words.renamed, refresh: [PLACES], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.renameOf(place.name)} onClose={onClose} act={rename} initial={{ name: place.name }}>
      <TextField label={words.newName} name="name" most={60} required hint={words.renameHint} />
      <TextField label={words.newShort} name="short" most={60} />
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
