import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMay } from '../../shell/session/me.ts'
import { usePolicyWords } from '../policy/words.ts'
import type { AccountLine } from '../queries.ts'

/** The number of the unified identity that opens this account. Two people link one; taking it away needs no second. */
export function AccountSecurity({ account }: { account: AccountLine }) {
  const may = useMay()
  return may('policy.manage') && account.status === 'open' ? <Linked id={account.id} /> : null
}

function Linked({ id }: { id: string }) {
  const words = usePolicyWords()
  const key = ['identity-link', id]
  const link = useQuery({ queryKey: key, queryFn: () => api.identity.showLink({ id }) })
  const drop = useAct(() => api.identity.unlinkIdentity({ id }), { said: words.unlinked, refresh: [key] })
  const subject = link.data?.subject
  if (!subject) return <ErrorNotice error={link.error} />
  return (
    <Section title={words.accountSecurity}>
      <Facts items={[{ label: words.subject, value: subject, wide: true }]} />
      <ErrorNotice error={drop.error} />
      <Button loading={drop.isPending} onClick={() => drop.mutate()} style={{ marginTop: 16 }}>
        {words.unlink}
      </Button>
    </Section>
  )
}
