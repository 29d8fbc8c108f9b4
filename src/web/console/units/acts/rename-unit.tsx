import { Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Typed = { name: string; short?: string | null; on?: string }

export function RenameUnit({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const rename = useAct(
    ({ name, short, on }: Typed) =>
      api.unitChanges.renameUnit({
        id: unit.id,
        version: unit.version,
        name,
        short: short || null,
        ...(on ? { on } : {}),
      }),
    { said: words.renamed, refresh: [UNITS], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.renameOf(unit.name)}
      onClose={onClose}
      act={rename}
      submitLabel={words.rename}
      initial={{ name: unit.name, short: unit.short }}
    >
      <TextField label={words.newName} name="name" most={100} required hint={words.renameHint} />
      <TextField label={words.newShort} name="short" most={100} />
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
