import { Button, Form, Input, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { TextField } from '../../../ui/form/text-field.tsx'
import { GATEWAY, type Gateway } from '../queries.ts'
import { useMessageWords } from '../words.ts'

type Typed = { url: string; sign: string; secret?: string }

export function GatewayForm({ gateway }: { gateway: Gateway['gateway'] }) {
  const words = useMessageWords()
  const refresh = [GATEWAY]
  const save = useAct(({ url, sign, secret }: Typed) => api.smsGateway.setGateway({ url, sign, ...(secret ? { secret } : {}) }), { said: words.wishSent, refresh }) // biome-ignore format: one act
  const drop = useAct(() => api.smsGateway.dropGateway({}), { said: words.dropped, refresh })
  const initial = gateway ? { url: gateway.url, sign: gateway.sign } : {}
  return (
    <Form<Typed> layout="vertical" initialValues={initial} onFinish={save.mutate} style={{ maxWidth: 560 }}>
      <TextField label={words.url} name="url" most={300} required hint={words.urlHint} />
      <TextField label={words.sign} name="sign" most={20} required hint={words.signHint} />
      <Form.Item label={words.secret} name="secret" {...(gateway ? { extra: words.secretKept } : {})}>
        <Input.Password autoComplete="new-password" maxLength={500} />
      </Form.Item>
      <ErrorNotice error={save.error ?? drop.error} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        {gateway ? (
          <Popconfirm title={words.dropSure} onConfirm={() => drop.mutate()}>
            <Button danger loading={drop.isPending}>
              {words.drop}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </Form>
  )
}
