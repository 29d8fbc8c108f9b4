import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { useAccountsWords } from '../words.ts'
import css from './door.module.css'

export type Founding = { code: string; bureau: string; name: string; login: string; password: string; again: string }
type FoundingFieldsProps = { finder: ReactNode; hasCounty: boolean; error: unknown; pending: boolean }

export function FoundingFields({ finder, hasCounty, error, pending }: FoundingFieldsProps) {
  const words = useAccountsWords()
  const kit = useKitWords()
  const needed = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <>
      <h2 className={css.step}>{words.stepCode}</h2>
      <Form.Item label={words.setupCode} name="code" extra={words.setupCodeHint} rules={needed(words.setupCode)}>
        <Input autoComplete="off" spellCheck={false} placeholder="ABCD-EFGH-JKMN" />
      </Form.Item>
      <h2 className={css.step}>{words.stepCounty}</h2>
      {finder}
      <TextField label={words.bureau} name="bureau" required autoComplete="organization" />
      <h2 className={css.step}>{words.stepAdministrator}</h2>
      <TextField label={words.personName} name="name" required autoComplete="name" />
      <TextField label={words.login} name="login" required hint={words.loginHint} autoComplete="username" />
      <Form.Item label={words.password} name="password" extra={words.passwordRule} rules={needed(words.password)}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label={words.passwordAgain}
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
      <ErrorNotice error={error} />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={pending}
        disabled={!hasCounty}
        style={{ marginTop: 16 }}
      >
        {pending ? words.settingUp : words.setUpNow}
      </Button>
      {hasCounty ? null : <p className={css.help}>{words.chooseCountyFirst}</p>}
    </>
  )
}
