import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Typed = { name: string; short?: string | null; on?: string }

export function RenameUnit({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const kit = useKitWords()
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
      open
      onClose={onClose}
      onSubmit={rename.mutate}
      pending={rename.isPending}
      error={rename.error}
      submitLabel={words.rename}
      initial={{ name: unit.name, short: unit.short }}
    >
      <Form.Item
        label={words.newName}
        name="name"
        extra={words.renameHint}
        rules={[{ required: true, message: kit.required(words.newName) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item label={words.newShort} name="short">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item label={words.on} name="on" extra={words.onHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
