import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { TextField } from '../../../ui/form/text-field.tsx'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { usePolicyWords } from '../policy/words.ts'
import { PROVIDER, type Provider, ProviderFacts } from './provider-facts.tsx'

type Typed = Provider & { clientSecret?: string }

/** Where the system administrator asks for the unified identity of the bureau, where it has one. */
export function ProviderPage() {
  const words = usePolicyWords()
  const known = useQuery({ queryKey: PROVIDER, queryFn: () => api.identity.showProvider() })
  const [isSetting, setSetting] = useState(false)
  return (
    <Page title={words.identity} lead={words.identityNote}>
      <Answer query={known}>
        {({ provider, wish }) => (
          <>
            {wish ? (
              <Section title={words.identityWaiting} note={words.identityWaitingNote}>
                <ProviderFacts provider={wish} wish={wish} />
              </Section>
            ) : null}
            <Section
              title={provider || !isSetting ? words.identityInForce : words.identitySet}
              quiet={!provider && !isSetting}
            >
              {provider || isSetting ? (
                <ProviderForm key={provider ? 'kept' : 'new'} provider={provider} />
              ) : (
                <EmptyState
                  title={words.identityNone}
                  action={<Button onClick={() => setSetting(true)}>{words.identitySet}</Button>}
                />
              )}
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}

function ProviderForm({ provider }: { provider: Provider | null }) {
  const words = usePolicyWords()
  const refresh = [PROVIDER]
  const save = useAct((typed: Typed) => api.identity.setProvider(typed), { said: words.identityAsked, refresh })
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
      <ErrorNotice error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ marginTop: 8 }}>
        {words.saveIdentity}
      </Button>
    </Form>
  )
}
