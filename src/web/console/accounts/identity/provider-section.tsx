import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { usePolicyWords } from '../policy/words.ts'

const KEY = ['identity-provider']
type Provider = NonNullable<Awaited<ReturnType<typeof api.identity.showProvider>>['provider']>
type Typed = Provider & { clientSecret?: string }

/** The unified identity of the bureau, where it has one. */
export function ProviderSection() {
  const words = usePolicyWords()
  const shown = useQuery({ queryKey: KEY, queryFn: () => api.identity.showProvider() })
  const [isSetting, setSetting] = useState(false)
  return (
    <Section title={words.identity} note={words.identityNote}>
      <Answer query={shown}>
        {({ provider }) =>
          provider || isSetting ? (
            <ProviderForm key={provider ? 'kept' : 'new'} provider={provider} />
          ) : (
            <Button onClick={() => setSetting(true)}>{words.identitySet}</Button>
          )
        }
      </Answer>
    </Section>
  )
}

function ProviderForm({ provider }: { provider: Provider | null }) {
  const words = usePolicyWords()
  const refresh = [KEY]
  const save = useAct((typed: Typed) => api.identity.setProvider(typed), { said: words.identitySaved, refresh })
  const drop = useAct(() => api.identity.dropProvider(), { said: words.identityDropped, refresh })
  const initial = provider ?? { ownAddress: location.origin, acceptsSecondFactor: false }
  return (
    <Form<Typed> layout="vertical" initialValues={initial} onFinish={save.mutate} style={{ maxWidth: 560 }}>
      <TextField label={words.identityName} name="name" most={40} required hint={words.identityNameHint} />
      <TextField label={words.issuer} name="issuer" most={300} required />
      <TextField label={words.clientId} name="clientId" required />
      <Form.Item label={words.clientSecret} name="clientSecret" {...(provider ? { extra: words.secretKept } : {})}>
        <Input.Password autoComplete="new-password" maxLength={500} />
      </Form.Item>
      <TextField
        label={words.ownAddress}
        name="ownAddress"
        required
        hint={words.ownAddressHint(provider?.ownAddress ?? location.origin)}
      />
      <Form.Item name="acceptsSecondFactor" valuePropName="checked">
        <Checkbox>{words.acceptsSecondFactor}</Checkbox>
      </Form.Item>
      <ErrorNotice error={save.error ?? drop.error} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.saveIdentity}
        </Button>
        {provider ? (
          <Popconfirm title={words.dropSure} onConfirm={() => drop.mutate()}>
            <Button danger loading={drop.isPending}>
              {words.dropIdentity}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </Form>
  )
}
