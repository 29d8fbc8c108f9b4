import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Modal, QRCode, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, itemsQuery, type Reserved, type Wallet } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Typed = { itemId: string; quantity: number }

/** At the desk for somebody without a telephone; the code is handed over on the spot. */
export function RedeemDialog({ wallet, onClose }: { wallet: Wallet; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const items = useQuery(itemsQuery({ status: 'on' }))
  const [id] = useState(() => crypto.randomUUID())
  const [reserved, setReserved] = useState<Reserved | null>(null)
  const redeem = useAct(
    (typed: Typed) => api.redemptions.reserveRedemption({ id, personId: wallet.personId, ...typed }),
    { refresh: [BANK], onDone: setReserved },
  )
  if (reserved) return <CodeShown reserved={reserved} onClose={onClose} />
  const choices = (items.data?.items ?? [])
    .filter(({ points, stock }) => points <= wallet.free && stock !== 0)
    .map((one) => ({ value: one.id, label: words.itemChoice(one.name, one.partner, one.points) }))
  return (
    <FormDialog<Typed>
      title={`${words.redeem} · ${wallet.name}`}
      onClose={onClose}
      act={redeem}
      submitLabel={words.redeem}
      initial={{ quantity: 1 }}
    >
      <Form.Item
        label={words.item}
        name="itemId"
        extra={words.freeOf(wallet.free)}
        rules={[{ required: true, message: kit.required(words.item) }]}
      >
        <PlainSelect label={words.item} any={kit.choose} options={choices} />
      </Form.Item>
      <Form.Item label={words.quantity} name="quantity">
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
    </FormDialog>
  )
}

export function CodeShown({ reserved, onClose }: { reserved: Reserved; onClose: () => void }) {
  const words = useBankWords()
  const times = useTimes()
  return (
    <Modal open title={`${words.codeFor} · ${reserved.item} · ${reserved.partner}`} onCancel={onClose} footer={null}>
      <QRCode value={reserved.payload} size={200} bordered={false} style={{ margin: '0 auto' }} />
      <Typography.Title level={2} style={{ textAlign: 'center', letterSpacing: '0.12em' }}>
        {reserved.code.replace(/(\d{4})(\d{4})/, '$1 $2')}
      </Typography.Title>
      <p>{words.codeHint(times.minute(reserved.expiresAt))}</p>
    </Modal>
  )
}
