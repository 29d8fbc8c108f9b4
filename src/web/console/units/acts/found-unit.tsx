import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { UNITS } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { cleaned, FactFields, type TypedFacts } from './fact-fields.tsx'

type Typed = TypedFacts & { name: string; short?: string }

export function FoundUnit({ onClose }: { onClose: () => void }) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const navigate = useNavigate()
  const found = useAct(
    ({ name, short, ...facts }: Typed) => api.unitFacts.foundUnit({ ...cleaned(facts), name, short: short || null }),
    {
      said: words.founded,
      refresh: [UNITS],
      onDone: ({ id }) => {
        onClose()
        navigate({ to: '/units/$id', params: { id } }).catch(() => undefined)
      },
    },
  )
  return (
    <FormDialog<Typed>
      title={words.found}
      open
      onClose={onClose}
      onSubmit={found.mutate}
      pending={found.isPending}
      error={found.error}
      submitLabel={words.found}
      initial={{ kind: 'employer', isVertical: false }}
    >
      <Form.Item label={words.name} name="name" rules={[{ required: true, message: kit.required(words.name) }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item label={words.short} name="short">
        <Input maxLength={100} />
      </Form.Item>
      <FactFields />
    </FormDialog>
  )
}
