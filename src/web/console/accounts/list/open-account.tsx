import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { ACCOUNTS } from '../queries.ts'
import { useAccountsWords } from '../words.ts'
import type { HandedOver } from './hand-over.tsx'

type Typed = { name: string; login: string }

export function OpenAccount({ onClose, onOpened }: { onClose: () => void; onOpened: (handed: HandedOver) => void }) {
  const words = useAccountsWords()
  const open = useAct((typed: Typed) => api.accounts.openAccount(typed), {
    refresh: [ACCOUNTS],
    onDone: (handed) => {
      onClose()
      onOpened({ ...handed, isNew: true })
    },
  })
  return (
    <FormDialog<Typed> title={words.openAccount} onClose={onClose} act={open} submitLabel={words.openAccount}>
      <TextField label={words.personName} name="name" most={40} required />
      <TextField label={words.login} name="login" most={40} required hint={words.loginHint} />
    </FormDialog>
  )
}
