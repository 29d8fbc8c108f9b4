import { Form, Input } from 'antd'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { useShiftWords } from '../words.ts'

/** Why, in words: an act that takes something away always says it. */
export function ReasonField() {
  const words = useShiftWords()
  const kit = useKitWords()
  const must = [{ required: true, min: 2, message: kit.required(words.reason) }]
  return (
    <Form.Item label={words.reason} name="reason" rules={must}>
      <Input maxLength={200} />
    </Form.Item>
  )
}

/** Who asked for it: themselves, their family, or the office. */
export function WhoseField() {
  const words = useShiftWords()
  const whose = (['self', 'family', 'clerk'] as const).map((value) => ({ value, label: words.onBehalf[value] }))
  return (
    <Form.Item label={words.byWhose} name="onBehalf">
      <PlainSelect label={words.byWhose} options={whose} />
    </Form.Item>
  )
}
