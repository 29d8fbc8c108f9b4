import { useQuery } from '@tanstack/react-query'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DecideWish, WishFacts } from './gateway/wish.tsx'
import { gatewayWishQuery } from './queries.ts'
import { useMessageWords } from './words.ts'

/** Where the security administrator says yes or no to where text messages, and the codes in them, will leave. */
export function GatewayWishPage() {
  const words = useMessageWords()
  const asked = useQuery(gatewayWishQuery)
  return (
    <Page title={words.wishTitle} lead={words.wishLead}>
      <Answer query={asked} lines={4}>
        {({ wish, inForce }) => (
          <>
            <Section title={words.wishWaiting} quiet={!wish}>
              {wish ? (
                <>
                  <WishFacts wish={wish} />
                  <DecideWish wish={wish} />
                </>
              ) : (
                <EmptyState title={words.noWish} />
              )}
            </Section>
            <Section title={words.inForce}>
              <Facts
                items={[
                  { label: words.url, value: inForce?.url ?? words.notSet, wide: true },
                  { label: words.sign, value: inForce?.sign ?? '—' },
                ]}
              />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}
