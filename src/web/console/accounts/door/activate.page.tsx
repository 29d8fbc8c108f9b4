import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'
import { CountyRadios } from './county-radios.tsx'
import css from './door.module.css'
import { DoorFrame } from './door-frame.tsx'
import { PasswordTwice } from './password-twice.tsx'

type Typed = { login: string; code: string; password: string; again: string; county?: number }

/** Where a new account, or one whose password was voided, gets its holder's own password. */
export function ActivatePage() {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const kit = useKitWords()
  const navigate = useNavigate()
  const state = useQuery({ queryKey: ['setup'], queryFn: () => api.setup.setupState() })
  const counties = state.data?.counties ?? []
  const activate = useAct(({ again: _, ...typed }: Typed) => api.activation.activateAccount(typed), {
    said: words.activated,
    onDone: () => {
      navigate({ to: '/sign-in' }).catch(() => undefined)
    },
  })
  return (
    <DoorFrame title={words.activate} lead={words.activateLead}>
      <Form<Typed> layout="vertical" size="large" onFinish={activate.mutate}>
        <TextField label={accounts.login} name="login" required autoComplete="username" />
        <Form.Item label={words.code} name="code" rules={[{ required: true, message: kit.required(words.code) }]}>
          <Input autoComplete="one-time-code" spellCheck={false} placeholder="ABCD-EFGH-JKMN" />
        </Form.Item>
        <PasswordTwice />
        {counties.length > 1 ? (
          <Form.Item name="county" rules={[{ required: true, message: kit.required(accounts.county) }]}>
            <CountyRadios counties={counties} />
          </Form.Item>
        ) : null}
        <ErrorNotice error={activate.error} />
        <Button type="primary" htmlType="submit" block loading={activate.isPending} style={{ marginTop: 16 }}>
          {accounts.setPassword}
        </Button>
      </Form>
      <p className={css.help}>
        <Link to="/sign-in">{accounts.signIn}</Link>
      </p>
    </DoorFrame>
  )
}
