import { Form, Input } from 'antd'
import { useKitWords } from '../../../ui/language/words.ts'
import { useAccountsWords } from '../words.ts'

/** One's own new password, typed twice. What makes it good is the server's rule. */
export function PasswordTwice() {
  const words = useAccountsWords()
  const kit = useKitWords()
  return (
    <>
      <Form.Item
        label={words.newPassword}
        name="password"
        extra={words.passwordRule}
        rules={[{ required: true, message: kit.required(words.newPassword) }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label={words.newPasswordAgain}
        name="again"
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(words.passwordsDiffer)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
