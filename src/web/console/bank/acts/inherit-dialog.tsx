import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, type Wallet } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Typed = { heirId: string; reason: string }

export function InheritDialog({ wallet, onClose }: { wallet: Wallet; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const ask = useAct((typed: Typed) => api.bank.askInheritance({ personId: wallet.personId, ...typed }), {
    said: words.askedInheritance,
    refresh: [BANK],
    onDone: onClose,
  })
  const family = wallet.family.map((one) => ({ value: one.personId, label: one.name }))
  return (
    <FormDialog<Typed>
      title={`${words.inherit} · ${wallet.name}`}
      onClose={onClose}
      act={ask}
      submitLabel={words.inherit}
    >
      <Form.Item label={words.to} name="heirId" rules={[{ required: true, message: kit.required(words.to) }]}>
        <PlainSelect label={words.to} any="—" options={family} />
      </Form.Item>
      <Form.Item label={words.basis} name="reason" rules={[{ required: true, message: kit.required(words.basis) }]}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
