import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Section } from '../../../ui/page/section.tsx'
import { useMay, useMe } from '../../shell/session/me.ts'
import { usePolicyWords } from '../policy/words.ts'
import type { AccountLine } from '../queries.ts'

type OneAccount = { account: AccountLine }

/** What the security administrator does for somebody who cannot sign in: never for themselves. */
export function AccountSecurity({ account }: OneAccount) {
  const words = usePolicyWords()
  const may = useMay()
  const me = useMe()
  const { id, name } = account
  const reset = useAct(() => api.secondFactor.resetSecondFactor({ id }), { said: words.factorReset })
  if (!may('policy.manage') || account.status !== 'open' || id === me.account.id) return null
  return (
    <Section title={words.accountSecurity} note={words.accountSecurityNote}>
      <Popconfirm title={words.resetFactorSure(name)} onConfirm={() => reset.mutate()}>
        <Button loading={reset.isPending}>{words.resetFactor}</Button>
      </Popconfirm>
      <ErrorNotice error={reset.error} />
      <LinkForm account={account} />
    </Section>
  )
}

/** Shown only where the county has a unified identity. */
function LinkForm({ account: { id } }: OneAccount) {
  const words = usePolicyWords()
  const key = ['identity-link', id]
  const provider = useQuery({ queryKey: ['identity-provider'], queryFn: () => api.identity.showProvider() })
  const link = useQuery({ queryKey: key, queryFn: () => api.identity.showLink({ id }) })
  const save = useAct(({ subject }: { subject: string }) => api.identity.linkIdentity({ id, subject }), {
    said: words.linked,
    refresh: [key],
  })
  const drop = useAct(() => api.identity.unlinkIdentity({ id }), { said: words.unlinked, refresh: [key] })
  if (!provider.data?.provider) return null
  return (
    <Answer query={link}>
      {({ subject }) => (
        <Form
          key={subject ?? ''}
          layout="vertical"
          initialValues={{ subject }}
          onFinish={save.mutate}
          style={{ marginTop: 16 }}
        >
          <Form.Item label={words.subject} name="subject" extra={words.subjectHint} rules={[{ required: true }]}>
            <Input maxLength={255} autoComplete="off" />
          </Form.Item>
          <ErrorNotice error={save.error ?? drop.error} />
          <Button htmlType="submit" loading={save.isPending}>
            {words.link}
          </Button>{' '}
          {subject ? (
            <Button loading={drop.isPending} onClick={() => drop.mutate()}>
              {words.unlink}
            </Button>
          ) : null}
        </Form>
      )}
    </Answer>
  )
}
