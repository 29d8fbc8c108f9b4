import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Section } from '../../../ui/page/section.tsx'
import { usePolicyWords } from '../policy/words.ts'
import { PROVIDER, ProviderFacts, type Wish } from './provider-facts.tsx'

/** Where the security administrator says yes or no to the unified identity, and can stop it at once. */
export function ProviderSection() {
  const words = usePolicyWords()
  const known = useQuery({ queryKey: [...PROVIDER, 'wish'], queryFn: () => api.identity.showProviderWish() })
  return (
    <Section title={words.identity} note={words.identityDecides}>
      <Answer query={known}>
        {({ wish, inForce }) => (
          <>
            {wish ? (
              <>
                <h3>{words.identityWaiting}</h3>
                <ProviderFacts provider={wish} wish={wish} />
                <Decide wish={wish} />
              </>
            ) : null}
            <h3>{words.identityInForce}</h3>
            {inForce ? (
              <>
                <ProviderFacts provider={inForce} />
                <Stop />
              </>
            ) : (
              <p>{words.identityNone}</p>
            )}
          </>
        )}
      </Answer>
    </Section>
  )
}

function Decide({ wish: { id } }: { wish: Wish }) {
  const words = usePolicyWords()
  const refresh = [PROVIDER]
  const approve = useAct(() => api.identity.approveProvider({ id }), { said: words.identityApproved, refresh })
  const refuse = useAct(() => api.identity.refuseProvider({ id }), { said: words.identityRefused, refresh })
  return (
    <div style={{ margin: '16px 0' }}>
      <ErrorNotice error={approve.error ?? refuse.error} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Popconfirm title={words.identityApproveSure} onConfirm={() => approve.mutate()}>
          <Button type="primary" loading={approve.isPending}>
            {words.identityApprove}
          </Button>
        </Popconfirm>
        <Button loading={refuse.isPending} onClick={() => refuse.mutate()}>
          {words.identityRefuse}
        </Button>
      </div>
    </div>
  )
}

function Stop() {
  const words = usePolicyWords()
  const drop = useAct(() => api.identity.dropProvider(), { said: words.identityDropped, refresh: [PROVIDER] })
  return (
    <div style={{ marginTop: 16 }}>
      <ErrorNotice error={drop.error} />
      <Popconfirm title={words.dropSure} onConfirm={() => drop.mutate()}>
        <Button danger loading={drop.isPending}>
          {words.dropIdentity}
        </Button>
      </Popconfirm>
    </div>
  )
}
