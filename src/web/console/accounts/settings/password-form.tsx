import { Button, Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { useMe } from '../../shell/session/me.ts'
import { useSignInWords } from '../second-factor/words.ts'
import { useAccountsWords } from '../words.ts'

type Typed = { old: string; fresh: string; again: string }
type Changed = Awaited<ReturnType<typeof api.sessions.changeMyPassword>>
type PasswordFormProps = { oldLabel: string; submitLabel: string; onDone?: (changed: Changed) => void }

/** The old password, and the new one twice. What makes a password good is the server's rule; its refusal says what is missing. */
export function PasswordForm({ oldLabel, submitLabel, onDone }: PasswordFormProps) {
  const words = useAccountsWords()
  const kit = useKitWords()
  const door = useSignInWords()
  const rule = useMe().passwordRule
  const [form] = Form.useForm<Typed>()
  const change = useAct(({ old, fresh }: Typed) => api.sessions.changeMyPassword({ old, fresh }), {
    said: words.passwordChanged,
    onDone: (changed) => {
      form.resetFields()
      onDone?.(changed)
    },
  })
  return (
    <Form<Typed> form={form} layout="vertical" onFinish={change.mutate} style={{ maxWidth: 420 }}>
      <Form.Item label={oldLabel} name="old" rules={[{ required: true, message: kit.required(oldLabel) }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        label={words.newPassword}
        name="fresh"
        extra={door.rule(rule.leastLength, rule.leastKinds, rule.remembered)}
        rules={[{ required: true, message: kit.required(words.newPassword) }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label={words.newPasswordAgain}
        name="again"
        dependencies={['fresh']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('fresh') ? Promise.resolve() : Promise.reject(new Error(words.passwordsDiffer)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <ErrorNotice error={change.error} />
      <Button type="primary" htmlType="submit" loading={change.isPending} style={{ marginTop: 8 }}>
        {submitLabel}
      </Button>
    </Form>
  )
}
