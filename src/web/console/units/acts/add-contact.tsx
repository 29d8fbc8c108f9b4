import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Typed = { name: string; post?: string; phone?: string; note?: string }

export function AddContact({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const add = useAct(
    ({ name, post, phone, note }: Typed) =>
      api.unitContacts.addUnitContact({
        id: unit.id,
        name,
        post: post || null,
        phone: phone || null,
        note: note || null,
      }),
    { said: words.contactAdded, refresh: [UNITS], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={`${words.addContact} · ${unit.name}`}
      open
      onClose={onClose}
      onSubmit={add.mutate}
      pending={add.isPending}
      error={add.error}
    >
      <Form.Item
        label={words.personName}
        name="name"
        rules={[{ required: true, message: kit.required(words.personName) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={words.post} name="post">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={words.phone} name="phone">
        <Input maxLength={24} />
      </Form.Item>
      <Form.Item label={words.note} name="note">
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
