import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { useMay } from '../../shell/session/me.ts'
import { CorrectionList } from './lists/correction-list.tsx'
import { ErasureList } from './lists/erasure-list.tsx'
import { IncidentPart } from './lists/incident.tsx'
import { Purposes } from './lists/purposes.tsx'
import { type PrivacyTab, privacyTabs } from './privacy-search.ts'
import { waitingQuery } from './queries.ts'
import { usePrivacyWords } from './words.ts'

const route = getRouteApi('/shell/privacy')
const NEEDS: Partial<Record<PrivacyTab, string>> = { erasures: 'people.write', incident: 'people.approve' }

/** The duties towards those recorded: what waits to be decided, why anything is kept, and whom to notify. */
export function PrivacyPage() {
  const words = usePrivacyWords()
  const may = useMay()
  const { tab: asked = 'corrections', offset = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  const waiting = useQuery(waitingQuery)
  const shown = privacyTabs.filter((tab) => may(NEEDS[tab] ?? 'people.read'))
  const tab = shown.includes(asked) ? asked : 'corrections'
  const show = (next: PrivacyTab) => {
    navigate({ search: { tab: next === 'corrections' ? undefined : next }, replace: true }).catch(() => undefined)
  }
  const turn = (next: number) => {
    navigate({ search: (old) => ({ ...old, offset: next || undefined }), replace: true }).catch(() => undefined)
  }
  const counts: Partial<Record<PrivacyTab, number | undefined>> = {
    corrections: waiting.data?.corrections || undefined,
    erasures: waiting.data?.erasures || undefined,
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <div style={{ margin: '0 -12px -12px' }}>
        <Tabs
          label={words.parts}
          value={tab}
          onChange={show}
          options={shown.map((value) => {
            const count = counts[value]
            return { value, label: words.tabs[value], ...(count === undefined ? {} : { count }) }
          })}
        />
      </div>
      {tab === 'corrections' ? <CorrectionList offset={offset} onTurn={turn} /> : null}
      {tab === 'erasures' ? <ErasureList offset={offset} onTurn={turn} /> : null}
      {tab === 'purposes' ? <Purposes /> : null}
      {tab === 'incident' ? <IncidentPart /> : null}
    </Page>
  )
}
