import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Bilingual } from '#platform/words.ts'
import { api } from '../../../api.ts'
import { whenSignedOut } from '../../../send.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { CodeField } from '../../accounts/second-factor/code-field.tsx'
import { pageOfStage } from '../../accounts/second-factor/stage-page.ts'
import { useSignInWords } from '../../accounts/second-factor/words.ts'
import { useShellWords } from '../words.ts'
import { type Me, useMe } from './me.ts'

type Entered = { stage: Me['stage'] }
type StepProps = { onDone: (entered: Entered) => void }

/** Asks for the password, and the code where there is one, over the page when the session has run out: what was typed below stays. */
export function SessionEnded() {
  const words = useShellWords()
  const client = useQueryClient()
  const [step, setStep] = useState<'none' | 'password' | 'code'>('none')
  const [why, setWhy] = useState<Bilingual>()
  const say = useSay()
  useEffect(
    () =>
      whenSignedOut((reason) => {
        setWhy((known) => reason ?? known)
        setStep((now) => (now === 'none' ? 'password' : now))
      }),
    [],
  )
  const goOn = ({ stage }: Entered) => {
    if (stage === 'second_factor') return setStep('code')
    // A password grown too old, or an authenticator to be set up: these have pages of their own.
    if (stage !== 'complete') return location.assign(pageOfStage(stage))
    setStep('none')
    setWhy(undefined)
    client.invalidateQueries().catch(() => undefined)
  }
  return (
    <Modal
      title={words.ended}
      open={step !== 'none'}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      {why ? <Alert type="warning" showIcon title={say(why)} style={{ marginBottom: 12 }} /> : null}
      <p>{words.endedHint}</p>
      {step === 'code' ? <CodeStep onDone={goOn} /> : <PasswordStep onDone={goOn} />}
    </Modal>
  )
}

function PasswordStep({ onDone }: StepProps) {
  const words = useShellWords()
  const me = useMe()
  const again = useAct(
    ({ password }: { password: string }) =>
      api.sessions.signIn({ login: me.account.login, password, county: me.county.code }),
    { onDone },
  )
  return (
    <Form layout="vertical" preserve={false} onFinish={again.mutate} style={{ marginTop: 16 }}>
      <Form.Item label={`${me.account.name} · ${words.password}`} name="password" rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Foot error={again.error} isPending={again.isPending} />
    </Form>
  )
}

function CodeStep({ onDone }: StepProps) {
  const door = useSignInWords()
  const give = useAct(({ code }: { code: string }) => api.secondFactor.giveCode({ code }), { onDone })
  return (
    <Form layout="vertical" preserve={false} onFinish={give.mutate} style={{ marginTop: 16 }}>
      <CodeField label={door.code} isDigits={false} />
      <Foot error={give.error} isPending={give.isPending} />
    </Form>
  )
}

function Foot({ error, isPending }: { error: unknown; isPending: boolean }): ReactNode {
  const words = useShellWords()
  return (
    <>
      <ErrorNotice error={error} />
      <div style={{ display: 'flex', gap: 8, marginTop: 16, justifyContent: 'flex-end' }}>
        <Button onClick={() => location.assign('/sign-in')}>{words.otherAccount}</Button>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {words.signInAgain}
        </Button>
      </div>
    </>
  )
}
