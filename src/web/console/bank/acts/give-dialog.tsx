import { Form, InputNumber } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, type Wallet } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Typed = { takerId: string; points: number }
type GiveProps = { wallet: Wallet; act: 'give' | 'donate'; onClose: () => void }

/** Points go to family on record, or to the pool. */
export function GiveDialog({ wallet, act, onClose }: GiveProps) {
  const words = useBankWords()
  const kit = useKitWords()
  const [id] = useState(() => crypto.randomUUID())
  const { personId } = wallet
  const give = useAct(
    ({ takerId, points }: Typed) =>
      act === 'give'
        ? api.bank.givePoints({ id, personId, takerId, points })
        : api.bank.donatePoints({ id, personId, points }),
    { said: act === 'give' ? words.gave : words.donated, refresh: [BANK], onDone: onClose },
  )
  const family = wallet.family.map((one) => ({ value: one.personId, label: one.name }))
  return (
    <FormDialog<Typed> title={`${words[act]} · ${wallet.name}`} onClose={onClose} act={give} submitLabel={words[act]}>
      {act === 'donate' ? <p>{words.poolHint}</p> : null}
      {act === 'give' ? (
        <Form.Item label={words.to} name="takerId" rules={[{ required: true, message: kit.required(words.to) }]}>
          <PlainSelect label={words.to} any="—" options={family} />
        </Form.Item>
      ) : null}
      <Form.Item label={words.howMany} name="points" rules={[{ required: true, message: kit.required(words.howMany) }]}>
        <InputNumber min={1} max={wallet.free} precision={0} />
      </Form.Item>
    </FormDialog>
  )
}
