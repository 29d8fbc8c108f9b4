import { Alert, Button, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { GATEWAY, type Gateway } from '../queries.ts'
import { useMessageWords } from '../words.ts'

type Wish = NonNullable<Gateway['wish']>

/** What was asked for, by whom: seen by who asked and by who decides. */
export function WishFacts({ wish }: { wish: Wish }) {
  const words = useMessageWords()
  const times = useTimes()
  return (
    <>
      {wish.ofCopy ? <Alert type="warning" showIcon title={words.wishOfCopy} style={{ marginBottom: 16 }} /> : null}
      <Facts
        items={[
          { label: words.url, value: wish.url, wide: true },
          { label: words.sign, value: wish.sign },
          { label: words.wishedBy, value: `${wish.askedBy} ${times.minute(wish.askedAt)}` },
        ]}
      />
    </>
  )
}

export function DecideWish({ wish: { id } }: { wish: Wish }) {
  const words = useMessageWords()
  const refresh = [GATEWAY]
  const approve = useAct(() => api.smsGateway.approveGateway({ id }), { said: words.wishApproved, refresh })
  const refuse = useAct(() => api.smsGateway.refuseGateway({ id }), { said: words.wishRefused, refresh })
  return (
    <div style={{ marginTop: 16 }}>
      <ErrorNotice error={approve.error ?? refuse.error} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Popconfirm title={words.wishSure} onConfirm={() => approve.mutate()}>
          <Button type="primary" loading={approve.isPending}>
            {words.wishApprove}
          </Button>
        </Popconfirm>
        <Button loading={refuse.isPending} onClick={() => refuse.mutate()}>
          {words.wishRefuse}
        </Button>
      </div>
    </div>
  )
}
