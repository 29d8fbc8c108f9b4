import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProviderSection } from '../identity/provider-section.tsx'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyWords } from './words.ts'

/** What the security administrator asks of everybody who signs in. */
export function PolicyPage() {
  const words = usePolicyWords()
  const policy = useQuery({ queryKey: ['security-policy'], queryFn: () => api.securityPolicy.showPolicy() })
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer query={policy}>{(shown) => <PolicyForm shown={shown} />}</Answer>
      <ProviderSection />
    </Page>
  )
}
