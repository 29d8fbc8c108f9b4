import { Form, Input } from 'antd'
import { useKitWords } from '../language/words.ts'

type TextFieldProps = {
  label: string
  name: string | string[]
  /** Longest text, in characters. */
  most?: number
  required?: boolean
  hint?: string
  autoComplete?: string
}

/** One line of text in a form. */
export function TextField({ label, name, most = 200, required = false, hint, autoComplete }: TextFieldProps) {
  const words = useKitWords()
  return (
    <Form.Item label={label} name={name} extra={hint} rules={[{ required, message: words.required(label) }]}>
      <Input maxLength={most} autoComplete={autoComplete ?? 'off'} autoCapitalize="none" />
    </Form.Item>
  )
}
