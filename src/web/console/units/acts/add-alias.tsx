import { Checkbox, Form } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Typed = { name: string; isFormer?: boolean }

export function AddAlias({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) {
  const words = useUnitsWords()
  const add = useAct(
    ({ name, isFormer }: Typed) => api.unitAliases.addAlias({ id: unit.id, name, kind: isFormer ? 'former' : 'alias' }),
    { said: words.aliasAdded, refresh: [UNITS], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={`${words.addAlias} · ${unit.name}`} onClose={onClose} act={add}>
      <TextField label={words.aliasName} name="name" most={100} required />
      <Form.Item name="isFormer" valuePropName="checked">
        <Checkbox>{words.asFormer}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
