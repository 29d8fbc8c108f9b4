import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'
import { whenSignedOut } from '../../../send.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useShellWords } from '../words.ts'
import { useMe } from './me.ts'

/** Asks for the password over the page when the session has run out: what was typed below stays. */
export function SessionEnded() {
  const words = useShellWords()
  const me = useMe()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => whenSignedOut(() => setOpen(true)), [])
  const again = useAct(
    ({ password }: { password: string }) =>
      api.sessions.signIn({ login: me.account.login, password, county: me.county.code }),
    {
      onDone: () => {
        setOpen(false)
        client.invalidateQueries().catch(() => undefined)
      },
    },
  )
  return (
    <Modal title={words.ended} open={isOpen} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p>{words.endedHint}</p>
      <Form layout="vertical" preserve={false} onFinish={again.mutate} style={{ marginTop: 16 }}>
        <Form.Item label={`${me.account.name} · ${words.password}`} name="password" rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <ErrorNotice error={again.error} />
        <div style={{ display: 'flex', gap: 8, marginTop: 16, justifyContent: 'flex-end' }}>
          <Button onClick={() => location.assign('/sign-in')}>{words.otherAccount}</Button>
          <Button type="primary" htmlType="submit" loading={again.isPending}>
            {words.signInAgain}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
