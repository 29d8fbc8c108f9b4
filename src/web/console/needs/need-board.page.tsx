import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Tabs } from '../../ui/control/tabs.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { useMay } from '../shell/session/me.ts'
import { RaiseNeed } from './acts/raise-need.tsx'
import { NeedBoard } from './board/need-board.tsx'
import { NeedFilters } from './board/need-filters.tsx'
import { NeedTable } from './board/need-table.tsx'
import { boardQuery } from './queries.ts'
import { useNeedsWords } from './words.ts'

const route = getRouteApi('/shell/needs')

export function NeedBoardPage() {
  const words = useNeedsWords()
  const { view } = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()('volunteering.record')
  const [isRaising, setRaising] = useState(false)
  const turn = (next: 'board' | 'list') => {
    const change = { view: next === 'list' ? next : undefined, offset: undefined, status: undefined }
    navigate({ search: (old) => ({ ...old, ...change }), replace: true }).catch(() => undefined)
  }
  const acts = may ? (
    <Button type="primary" onClick={() => setRaising(true)}>
      {words.raise}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <Tabs
        label={words.view}
        options={[
          { value: 'board', label: words.board },
          { value: 'list', label: words.list },
        ]}
        value={view ?? 'board'}
        onChange={turn}
      />
      <Section title={view === 'list' ? words.list : words.board} quiet>
        <NeedFilters />
        {view === 'list' ? <NeedTable /> : <Board />}
      </Section>
      {isRaising ? <RaiseNeed onClose={() => setRaising(false)} /> : null}
    </Page>
  )
}

function Board() {
  const { view: _view, offset: _offset, ...asked } = route.useSearch()
  const board = useQuery({ ...boardQuery(asked), placeholderData: keepPreviousData })
  return (
    <Answer query={board} lines={8}>
      {({ columns }) => <NeedBoard columns={columns} search={asked} />}
    </Answer>
  )
}
