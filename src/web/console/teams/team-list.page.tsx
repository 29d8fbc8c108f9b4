import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { needKinds, teamKinds } from '#modules/volunteering/codes/index.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { SearchInput } from '../../ui/form/search-input.tsx'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { TeamForm } from './acts/team-form.tsx'
import { type TeamLine, teamsQuery } from './queries.ts'
import { inTreeOrder } from './tree-order.ts'
import { useTeamsWords } from './words.ts'

const route = getRouteApi('/shell/teams')

export function TeamListPage() {
  const words = useTeamsWords()
  const { search, change } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('volunteering.manage')
  const [isFounding, setFounding] = useState(false)
  const teams = useQuery({ ...teamsQuery(search), placeholderData: keepPreviousData, select: inOrder })
  const columns = useTeamColumns()
  const acts = may ? (
    <Button type="primary" onClick={() => setFounding(true)}>
      {words.found}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <Section title={words.list} quiet>
        <FilterBar>
          <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
          <Checkbox
            checked={search.dissolved ?? false}
            onChange={({ target }) => change({ dissolved: target.checked || undefined })}
          >
            {words.withDissolved}
          </Checkbox>
        </FilterBar>
        <PagedTable
          label={words.list}
          query={teams}
          columns={columns}
          rowKey={(team) => team.id}
          empty={search.q ? undefined : <EmptyState title={words.none} hint={words.noneHint} />}
          lines={8}
        />
      </Section>
      {isFounding ? <TeamForm onClose={() => setFounding(false)} /> : null}
    </Page>
  )
}

function inOrder({ items, total }: { items: TeamLine[]; total: number }) {
  return { items: inTreeOrder(items), total }
}

function useTeamColumns(): Column<TeamLine>[] {
  const words = useTeamsWords()
  const say = useSay()
  const { enumerate } = usePunctuation()
  return [
    {
      key: 'name',
      title: words.name,
      width: 240,
      render: (team) => (
        <span style={{ paddingLeft: team.kind === 'team' && team.parentId ? 24 : 0 }}>
          <Link to="/teams/$id" params={{ id: team.id }}>
            {team.name}
          </Link>{' '}
          {team.dissolvedOn ? <Mark>{words.dissolvedOn(team.dissolvedOn)}</Mark> : null}
        </span>
      ),
    },
    {
      key: 'kind',
      title: words.kind,
      render: (team) => <Mark tone={team.kind === 'corps' ? 'brand' : 'plain'}>{say(teamKinds[team.kind])}</Mark>,
    },
    { key: 'place', title: words.place, width: 92, render: (team) => team.place },
    {
      key: 'fields',
      title: words.fields,
      width: 160,
      render: (team) => enumerate(team.fields.map((one) => say(needKinds[one]))),
    },
    { key: 'leader', title: words.leader, render: (team) => team.leader },
    { key: 'members', title: words.members, align: 'right', render: (team) => team.members },
    {
      key: 'needs',
      title: words.needsInHand,
      align: 'right',
      render: (team) =>
        team.needs ? (
          <Link to="/needs" search={{ view: 'list', teamId: team.id }}>
            {team.needs}
          </Link>
        ) : (
          0
        ),
    },
    { key: 'foundedOn', title: words.foundedOn, width: 110, render: (team) => team.foundedOn },
  ]
}
