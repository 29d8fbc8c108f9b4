import type { api } from '../../../api.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { usePolicyWords } from '../policy/words.ts'

export const PROVIDER = ['identity-provider'] as const
type Shown = Awaited<ReturnType<typeof api.identity.showProvider>>
export type Provider = NonNullable<Shown['provider']>
export type Wish = NonNullable<Shown['wish']>

/** What is asked or in force: seen by who asks and by who decides. */
export function ProviderFacts({ provider, wish }: { provider: Provider; wish?: Wish }) {
  const words = usePolicyWords()
  const times = useTimes()
  const asked = wish ? [{ label: words.identityAskedBy, value: `${wish.askedBy} ${times.minute(wish.askedAt)}` }] : []
  return (
    <Facts
      items={[
        { label: words.identityName, value: provider.name },
        { label: words.issuer, value: provider.issuer, wide: true },
        { label: words.clientId, value: provider.clientId },
        { label: words.ownAddress, value: provider.ownAddress },
        {
          label: words.acceptsSecondFactor,
          value: provider.acceptsSecondFactor ? words.accepts : words.acceptsNot,
          wide: true,
        },
        ...asked,
      ]}
    />
  )
}
