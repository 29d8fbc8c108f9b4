import { getRouteApi } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useMe } from '../../shell/session/me.ts'
import { useSignOut } from '../../shell/session/use-sign-out.ts'
import css from '../door/door.module.css'
import { DoorFrame } from '../door/door-frame.tsx'
import { CodeField } from './code-field.tsx'
import { useGoingOn } from './use-going-on.ts'
import { useSignInWords } from './words.ts'

const route = getRouteApi('/second-factor')

/** Between the password and everything else: the code of the telephone, or one from the drawer. */
export function SecondFactorPage() {
  const words = useSignInWords()
  const me = useMe()
  const { to } = route.useSearch()
  const goOn = useGoingOn(to)
  const signOut = useSignOut()
  const [form] = Form.useForm<{ code: string }>()
  const [isDigits, setDigits] = useState(true)
  const give = useAct(({ code }: { code: string }) => api.secondFactor.giveCode({ code }), { onDone: goOn })
  const change = () => {
    form.resetFields()
    give.reset()
    setDigits(!isDigits)
  }
  return (
    <DoorFrame
      title={words.secondStep}
      lead={isDigits ? words.secondStepLead(me.account.name) : words.recoveryLead(me.account.name)}
    >
      <Form form={form} layout="vertical" size="large" onFinish={give.mutate}>
        <CodeField
          label={isDigits ? words.code : words.recoveryCode}
          hint={isDigits ? undefined : words.recoveryHint}
          isDigits={isDigits}
        />
        <ErrorNotice error={give.error} />
        <Button type="primary" htmlType="submit" block loading={give.isPending} style={{ marginTop: 16 }}>
          {words.goOn}
        </Button>
        <Button type="link" block onClick={change} style={{ marginTop: 8 }}>
          {isDigits ? words.useRecovery : words.useDigits}
        </Button>
        <Button type="link" block onClick={() => signOut.mutate()}>
          {words.otherAccount}
        </Button>
      </Form>
      <p className={css.help}>{words.lostPhone}</p>
    </DoorFrame>
  )
}
