import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { ACCOUNTS } from '../queries.ts'
import { useAccountsWords } from '../words.ts'
import type { HandedOver } from './hand-over.tsx'

type Typed = { name: string; login: string }

export function OpenAccount({ onClose, onOpened }: { onClose: () => void; onOpened: (handed: HandedOver) => void }) {
  const words = useAccountsWords()
  const kit = useKitWords()
  const open = useAct((typed: Typed) => api.accounts.openAccount(typed), {
    refresh: [ACCOUNTS],
    onDone: (handed) => {
      onClose()
      onOpened({ ...handed, isNew: true })
    },
  })
  return (
    <FormDialog<Typed>
      title={words.openAccount}
      open
      onClose={onClose}
      onSubmit={open.mutate}
      pending={open.isPending}
      error={open.error}
      submitLabel={words.openAccount}
    >
      <Form.Item
        label={words.personName}
        name="name"
        rules={[{ required: true, message: kit.required(words.personName) }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        label={words.login}
        name="login"
        extra={words.loginHint}
        rules={[{ required: true, message: kit.required(words.login) }]}
      >
        <Input maxLength={40} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
    </FormDialog>
  )
}
