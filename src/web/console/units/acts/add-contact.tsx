import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Typed = { name: string; post?: string; phone?: string; note?: string }

export function AddContact({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
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
    <FormDialog<Typed> title={`${words.addContact} · ${unit.name}`} onClose={onClose} act={add}>
      <TextField label={words.personName} name="name" most={60} required />
      <TextField label={words.post} name="post" most={60} />
      <TextField label={words.phone} name="phone" most={24} />
      <TextField label={words.note} name="note" />
    </FormDialog>
  )
}
