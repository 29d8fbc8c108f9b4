import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useTimes } from '../../ui/language/times.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { GatewayForm } from './gateway/gateway-form.tsx'
import { WishFacts } from './gateway/wish.tsx'
import { type Gateway, gatewayQuery } from './queries.ts'
import { useMessageWords } from './words.ts'

export function GatewayPage() {
  const words = useMessageWords()
  const shown = useQuery(gatewayQuery)
  return (
    <Page title={words.gateway} lead={words.gatewayLead}>
      <Answer query={shown} lines={6}>
        {(seen) => (
          <>
            {seen.wish ? (
              <Section title={words.wishWaiting} note={seen.gateway ? words.wishNote : undefined}>
                <WishFacts wish={seen.wish} />
              </Section>
            ) : null}
            <Settings seen={seen} />
            <LastWeek seen={seen} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Settings({ seen }: { seen: Gateway }) {
  const words = useMessageWords()
  const [isSetting, setSetting] = useState(false)
  const begin = (
    <Button type="primary" onClick={() => setSetting(true)}>
      {words.connect}
    </Button>
  )
  return (
    <Section title={words.gateway} quiet={!seen.gateway && !isSetting}>
      {seen.gateway || isSetting ? (
        <GatewayForm key={seen.gateway ? 'kept' : 'new'} gateway={seen.gateway} />
      ) : (
        <EmptyState title={words.notSet} hint={words.notSetHint} action={begin} />
      )}
    </Section>
  )
}

function LastWeek({ seen }: { seen: Gateway }) {
  const words = useMessageWords()
  const times = useTimes()
  const fault = seen.lastFault ? `${times.minute(seen.lastFault.at)} ${seen.lastFault.fault}` : null
  return (
    <Section title={words.lastWeek}>
      <Facts
        items={[
          { label: words.weekSent, value: seen.sent },
          { label: words.weekParts, value: seen.parts },
          { label: words.weekRefused, value: seen.refused },
          { label: words.weekUnreachable, value: seen.unreachable },
          { label: words.waiting, value: seen.waiting },
          { label: words.lastFault, value: fault, wide: true },
        ]}
      />
    </Section>
  )
}
