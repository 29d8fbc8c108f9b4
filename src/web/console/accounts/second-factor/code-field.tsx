import { Form, Input } from 'antd'
import { useKitWords } from '../../../ui/language/words.ts'

type CodeFieldProps = { label: string; isDigits: boolean; hint?: string | undefined }

/** Six digits as telephones offer them, or a recovery code as it stands on paper. */
export function CodeField({ label, isDigits, hint }: CodeFieldProps) {
  const kit = useKitWords()
  return (
    <Form.Item label={label} name="code" extra={hint} rules={[{ required: true, message: kit.required(label) }]}>
      <Input
        autoComplete="one-time-code"
        inputMode={isDigits ? 'numeric' : 'text'}
        autoCapitalize="characters"
        maxLength={isDigits ? 7 : 24}
        style={{ fontSize: '1.2rem', letterSpacing: isDigits ? '0.3em' : '0.06em' }}
      />
    </Form.Item>
  )
}
