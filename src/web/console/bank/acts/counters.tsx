import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, countersQuery, type Partner } from '../queries.ts'
import { useBankWords } from '../words.ts'

/** Who stands behind the counter: accounts with the role “partner”, one partner each. */
export function Counters({ partner: { id, name }, onClose }: { partner: Partner; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const counters = useQuery(countersQuery(id))
  const link = useAct(({ login }: { login: string }) => api.bankPartners.linkCounter({ id, login }), {
    said: words.linked,
    refresh: [BANK],
  })
  const unlink = useAct((accountId: string) => api.bankPartners.unlinkCounter({ id, accountId }), {
    said: words.saved,
    refresh: [BANK],
  })
  return (
    <FormDialog<{ login: string }>
      title={`${words.counters} · ${name}`}
      onClose={onClose}
      act={link}
      submitLabel={words.linkCounter}
    >
      {(counters.data?.items ?? []).map((one) => (
        <p key={one.accountId}>
          {one.name}（{one.login}）{' '}
          <Button size="small" onClick={() => unlink.mutate(one.accountId)}>
            {words.unlink}
          </Button>
        </p>
      ))}
      <Form.Item
        label={words.login}
        name="login"
        extra={words.loginHint}
        rules={[{ required: true, message: kit.required(words.login) }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
