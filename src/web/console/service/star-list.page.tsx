import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Tabs } from '../../ui/control/tabs.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useMay } from '../shell/session/me.ts'
import { schemeQuery } from './queries.ts'
import { Candidates } from './stars/candidates.tsx'
import { SetScheme } from './stars/set-scheme.tsx'
import { StarTable } from './stars/star-table.tsx'
import { useStarsWords } from './words.ts'

const route = getRouteApi('/shell/service/stars')

export function StarListPage() {
  const words = useStarsWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()('volunteering.certify')
  const scheme = useQuery(schemeQuery)
  const [isSetting, setSetting] = useState(false)
  const of = search.of ?? 'person'
  const show = (value: 'person' | 'team') => {
    navigate({ search: value === 'team' ? { of: value } : {} }).catch(() => undefined)
  }
  const options = (['person', 'team'] as const).map((value) => ({ value, label: words[value] }))
  const acts = may && scheme.data ? <Button onClick={() => setSetting(true)}>{words.setScheme}</Button> : null
  return (
    <Page
      title={words.title}
      lead={
        <>
          {words.lead} {scheme.data ? words.schemeLead(scheme.data.hours.join(' / '), scheme.data.validFrom) : null}
        </>
      }
      actions={acts}
    >
      <Tabs label={words.of} options={options} value={of} onChange={show} />
      <Candidates key={`${of} candidates`} of={of} />
      <StarTable key={of} search={search} />
      {isSetting && scheme.data ? <SetScheme scheme={scheme.data} onClose={() => setSetting(false)} /> : null}
    </Page>
  )
}
