import { Form, Input, InputNumber, Radio } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, type Item } from '../queries.ts'
import { useBankWords } from '../words.ts'
import { ItemPicture } from './item-picture.tsx'

type Typed = {
  name: string
  description?: string | null
  points: number
  stock?: number | null
  monthLimit?: number | null
  status: 'on' | 'off'
}
type ItemDialogProps = { partnerId: string; item: Item | undefined; onClose: () => void }

export function ItemDialog({ partnerId, item, onClose }: ItemDialogProps) {
  const words = useBankWords()
  const kit = useKitWords()
  const save = useAct(
    async ({ status, ...typed }: Typed) => {
      if (item) await api.bankPartners.changeItem({ id: item.id, version: item.version, status, ...typed })
      else await api.bankPartners.addItem({ id: partnerId, ...typed })
    },
    { said: words.saved, refresh: [BANK], onDone: onClose },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed>
      title={item ? words.changeItem : words.addItem}
      onClose={onClose}
      act={save}
      initial={item ?? { status: 'on' }}
    >
      <Form.Item label={words.item} name="name" rules={must(words.item)}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label={words.description} name="description">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      {item ? <ItemPicture item={item} /> : null}
      <Form.Item label={words.price} name="points" rules={must(words.price)}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item label={words.stock} name="stock" extra={words.stockHint}>
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Form.Item>
      <Form.Item label={words.monthLimit} name="monthLimit" extra={words.stockHint}>
        <InputNumber min={1} max={1_000} precision={0} />
      </Form.Item>
      {item ? (
        <Form.Item label={words.status} name="status">
          <Radio.Group
            options={[
              { value: 'on', label: words.on },
              { value: 'off', label: words.off },
            ]}
          />
        </Form.Item>
      ) : (
        <Form.Item name="status" hidden>
          <Input />
        </Form.Item>
      )}
    </FormDialog>
  )
}
