import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { PLACES, type PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'

type Typed = { name: string; short?: string; on?: string }

export function RenamePlace({ place, onClose }: { place: PlaceRecord; onClose: () => void }) {
  const words = usePlacesWords()
  const kit = useKitWords()
  const rename = useAct(
    ({ short, ...typed }: Typed) =>
      api.placeChanges.renamePlace({ code: place.code, ...typed, ...(short ? { short } : {}) }),
    { said: words.renamed, refresh: [PLACES], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.renameOf(place.name)}
      open
      onClose={onClose}
      onSubmit={rename.mutate}
      pending={rename.isPending}
      error={rename.error}
      initial={{ name: place.name }}
    >
      <Form.Item
        label={words.newName}
        name="name"
        extra={words.renameHint}
        rules={[{ required: true, message: kit.required(words.newName) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={words.newShort} name="short">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
