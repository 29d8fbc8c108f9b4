import { Button, Form, Input, Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'
import { whenProofNeeded } from '../../../send.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { CodeField } from '../../accounts/second-factor/code-field.tsx'
import { useSignInWords } from '../../accounts/second-factor/words.ts'
import { useMe } from './me.ts'

type Typed = { by?: 'password' | 'code'; password?: string; code?: string }
type Asked = { answer: (isProven: boolean) => void }

/** Asks for the password or a code over the page, and lets what was asked for go through afterwards. */
export function ProveIt() {
  const words = useSignInWords()
  const { hasSecondFactor } = useMe()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [by, setBy] = useState<'password' | 'code'>('password')
  useEffect(() => whenProofNeeded(() => new Promise((resolve) => setAsked({ answer: resolve }))), [])
  const end = (isProven: boolean) => {
    asked?.answer(isProven)
    setAsked(null)
  }
  const prove = useAct(({ password, code }: Typed) => api.proof.proveMyself(by === 'code' ? { code } : { password }), {
    onDone: () => end(true),
  })
  const cancel = () => {
    prove.reset()
    end(false)
  }
  return (
    <Modal title={words.proveTitle} open={asked !== null} footer={null} onCancel={cancel} destroyOnHidden zIndex={1200}>
      <p>{words.proveLead}</p>
      <Form<Typed> layout="vertical" preserve={false} onFinish={prove.mutate} style={{ marginTop: 16 }}>
        {hasSecondFactor ? (
          <Form.Item label={words.proveBy}>
            <Radio.Group
              value={by}
              onChange={(event) => setBy(event.target.value === 'code' ? 'code' : 'password')}
              options={[
                { value: 'password', label: words.byPassword },
                { value: 'code', label: words.byCode },
              ]}
            />
          </Form.Item>
        ) : null}
        {by === 'code' ? (
          <CodeField label={words.code} isDigits />
        ) : (
          <Form.Item label={words.byPassword} name="password" rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        )}
        <ErrorNotice error={prove.error} />
        <div style={{ display: 'flex', gap: 8, marginTop: 16, justifyContent: 'flex-end' }}>
          <Button onClick={cancel}>{words.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={prove.isPending}>
            {words.prove}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
