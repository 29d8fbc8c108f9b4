import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { ExportIncident } from './incident/export-incident.tsx'
import { Reached } from './incident/reached.tsx'
import { TraceForm } from './incident/trace-form.tsx'
import { incidentQuery, traceOf } from './queries.ts'
import { useAuditWords } from './words.ts'

const route = getRouteApi('/shell/incident')

export function IncidentPage() {
  const words = useAuditWords()
  const search = route.useSearch()
  const trace = traceOf(search)
  return (
    <Page title={words.incident} lead={words.incidentLead} actions={trace ? <ExportIncident trace={trace} /> : null}>
      <Section title={words.trace}>
        <TraceForm key={JSON.stringify(search)} />
      </Section>
      {trace ? <Found trace={trace} /> : <EmptyState title={words.needTrace} hint={words.needTraceHint} />}
    </Page>
  )
}

function Found({ trace }: { trace: NonNullable<ReturnType<typeof traceOf>> }) {
  const incident = useQuery(incidentQuery(trace))
  return (
    <Answer query={incident} lines={6}>
      {(found) => <Reached found={found} />}
    </Answer>
  )
}
