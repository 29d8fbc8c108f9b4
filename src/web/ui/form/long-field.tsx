import { Form, Input } from 'antd'
import { useKitWords } from '../language/words.ts'

/** Some sentences that must be written. */
export function LongField({ label, name, most, hint }: { label: string; name: string; most: number; hint?: string }) {
  const kit = useKitWords()
  return (
    <Form.Item
      label={label}
      name={name}
      extra={hint}
      rules={[{ required: true, min: 2, message: kit.required(label) }]}
    >
      <Input.TextArea autoSize={{ minRows: 3 }} maxLength={most} />
    </Form.Item>
  )
}
