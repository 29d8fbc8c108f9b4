import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import { GATHERINGS } from '../queries.ts'
import { useLimitsWords } from '../words.ts'
import { LimitsForm } from './limits-form.tsx'

/** What the county allows of somebody's strength, from which day, and what it was before. */
export function StrengthLimitsPage() {
  const words = useLimitsWords()
  const times = useTimes()
  const limits = useQuery({
    queryKey: [...GATHERINGS, 'limits'],
    queryFn: () => api.strengthLimits.readStrengthLimits(),
  })
  return (
    <RecordPage query={limits}>
      {({ today, items }) => (
        <Page title={words.title} lead={words.lead}>
          <LimitsForm key={items.length} today={today} />
          <Section title={words.history}>
            <Timeline
              empty={words.noHistory}
              items={items.map(({ since, by }) => ({ id: since, when: times.day(since), what: words.since(by ?? '') }))}
            />
          </Section>
        </Page>
      )}
    </RecordPage>
  )
}
