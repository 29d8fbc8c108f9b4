import { Checkbox, Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Typed = { name: string; isFormer?: boolean }

export function AddAlias({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const add = useAct(
    ({ name, isFormer }: Typed) => api.unitAliases.addAlias({ id: unit.id, name, kind: isFormer ? 'former' : 'alias' }),
    { said: words.aliasAdded, refresh: [UNITS], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={`${words.addAlias} · ${unit.name}`}
      open
      onClose={onClose}
      onSubmit={add.mutate}
      pending={add.isPending}
      error={add.error}
    >
      <Form.Item
        label={words.aliasName}
        name="name"
        rules={[{ required: true, message: kit.required(words.aliasName) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="isFormer" valuePropName="checked">
        <Checkbox>{words.asFormer}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
