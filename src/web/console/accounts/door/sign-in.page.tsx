import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { meQuery } from '../../shell/session/me.ts'
import { IdentityButtons } from '../identity/identity-buttons.tsx'
import { useAdministrationWords } from '../requests/words.ts'
import { useGoingOn } from '../second-factor/use-going-on.ts'
import { useAccountsWords } from '../words.ts'
import { type CountyChoice, CountyRadios } from './county-radios.tsx'
import css from './door.module.css'
import { DoorFrame } from './door-frame.tsx'

type Typed = { login: string; password: string; county?: number }
const route = getRouteApi('/sign-in')

export function SignInPage() {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const kit = useKitWords()
  const { to } = route.useSearch()
  const goOn = useGoingOn(to)
  const signIn = useAct((typed: Typed) => api.sessions.signIn(typed), { onDone: goOn })
  const counties = countiesAsked(signIn.error)
  return (
    <DoorFrame title={words.signIn}>
      <EndedElsewhere />
      <Form<Typed> layout="vertical" size="large" onFinish={signIn.mutate}>
        <TextField label={words.login} name="login" required autoComplete="username" />
        <Form.Item
          label={words.password}
          name="password"
          rules={[{ required: true, message: kit.required(words.password) }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {counties.length ? (
          <Form.Item name="county" rules={[{ required: true, message: kit.required(words.county) }]}>
            <CountyRadios counties={counties} />
          </Form.Item>
        ) : null}
        <ErrorNotice error={signIn.error} />
        <Button type="primary" htmlType="submit" block loading={signIn.isPending} style={{ marginTop: 16 }}>
          {words.signIn}
        </Button>
      </Form>
      <IdentityButtons />
      <p className={css.help}>{words.signInHelp}</p>
      <p className={css.help}>
        <Link to="/activate">{more.haveCode}</Link>
      </p>
    </DoorFrame>
  )
}

/** Whoever was led here because their account signed in on another device is told so. */
function EndedElsewhere() {
  const say = useSay()
  const error = useQueryClient().getQueryState(meQuery.queryKey)?.error
  if (!(error instanceof Refused) || error.code !== 'auth.signed_in_elsewhere') return null
  return <Alert type="warning" showIcon title={say(error.words)} style={{ marginBottom: 16 }} />
}

/** The counties a login name exists in, when the server needs to know which one is meant. */
function countiesAsked(error: unknown): CountyChoice[] {
  if (!(error instanceof Refused) || error.code !== 'sign_in.county_needed') return []
  const { counties } = error.detail as { counties: CountyChoice[] } // the detail of this refusal, by its declaration
  return counties
}
