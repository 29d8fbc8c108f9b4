import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useMay } from '../../shell/session/me.ts'
import { type DuplicateTab, duplicateTabs } from './duplicates-search.ts'
import { MergeList } from './list/merge-list.tsx'
import { PairList } from './list/pair-list.tsx'
import { DUPLICATES, mergesQuery, pairsQuery } from './queries.ts'
import { useDuplicatesWords } from './words.ts'

const route = getRouteApi('/shell/duplicates')

/** Records that may be one person, to be judged by somebody who knows; and what was merged, to be taken back. */
export function DuplicatesPage() {
  const words = useDuplicatesWords()
  const may = useMay()('people.merge')
  const { tab = 'open' } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (next: DuplicateTab) => {
    navigate({ search: { tab: next === 'open' ? undefined : next }, replace: true }).catch(() => undefined)
  }
  const look = useAct(() => api.duplicates.searchDuplicates({}), {
    said: ({ found, fresh }) => words.searched(found, fresh),
    refresh: [DUPLICATES],
  })
  const counts = useCounts()
  const act = may ? (
    <Button loading={look.isPending} onClick={() => look.mutate()}>
      {words.search}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={act}>
      <ErrorNotice error={look.error} />
      <Section title={words.tabs[tab]} quiet>
        <div style={{ paddingTop: 12 }}>
          <Tabs
            label={words.parts}
            value={tab}
            onChange={show}
            options={duplicateTabs.map((value) => {
              const count = counts[value]
              return { value, label: words.tabs[value], ...(count === undefined ? {} : { count }) }
            })}
          />
        </div>
        {tab === 'merges' ? <MergeList /> : <PairList status={tab} />}
      </Section>
    </Page>
  )
}

function useCounts(): Record<DuplicateTab, number | undefined> {
  const open = useQuery(pairsQuery('open', 0, 0))
  const different = useQuery(pairsQuery('different', 0, 0))
  const merges = useQuery(mergesQuery(0))
  return { open: open.data?.total, different: different.data?.total, merges: merges.data?.total }
}
