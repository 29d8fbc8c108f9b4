import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { UNITS } from '../queries.ts'
import { useUnitsWords } from '../words.ts'
import { cleaned, FactFields, type TypedFacts } from './fact-fields.tsx'

type Typed = TypedFacts & { name: string; short?: string }

export function FoundUnit({ onClose }: { onClose: () => void }) {
  const words = useUnitsWords()
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
      onClose={onClose}
      act={found}
      submitLabel={words.found}
      initial={{ kind: 'employer', isVertical: false }}
    >
      <TextField label={words.name} name="name" most={100} required />
      <TextField label={words.short} name="short" most={100} />
      <FactFields />
    </FormDialog>
  )
}
