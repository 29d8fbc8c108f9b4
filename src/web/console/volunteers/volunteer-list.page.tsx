import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { elderKinds, skills } from '#modules/volunteering/codes/index.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { SearchInput } from '../../ui/form/search-input.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useNamesOf } from '../../ui/language/names-of.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { PlacePicker } from '../places/place-picker.tsx'
import { useMay } from '../shell/session/me.ts'
import { PAGE, type VolunteerLine, volunteersQuery } from '../teams/queries.ts'
import { VolunteerForm } from './volunteer-form.tsx'
import { useVolunteersWords } from './words.ts'

const route = getRouteApi('/shell/volunteers')

export function VolunteerListPage() {
  const words = useVolunteersWords()
  const { search, isFiltered, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('volunteering.record')
  const columns = useVolunteerColumns()
  const [isRegistering, setRegistering] = useState(false)
  const query = useQuery({ ...volunteersQuery(search), placeholderData: keepPreviousData })
  const acts = may ? (
    <Button type="primary" onClick={() => setRegistering(true)}>
      {words.register}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <Section title={words.list} quiet>
        <Filters />
        <PagedTable
          label={words.list}
          query={query}
          columns={columns}
          rowKey={(one) => one.personId}
          page={pageOf(PAGE)}
          lines={8}
          {...(isFiltered ? {} : { empty: <EmptyState title={words.none} hint={words.noneHint} /> })}
        />
      </Section>
      {isRegistering ? <VolunteerForm onClose={() => setRegistering(false)} /> : null}
    </Page>
  )
}

function Filters() {
  const words = useVolunteersWords()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  const namesOf = useNamesOf()
  return (
    <FilterBar onClear={clear}>
      <SearchInput
        label={words.search}
        width={180}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
      />
      <div style={{ width: 180 }}>
        <PlacePicker
          label={words.place}
          placeholder={words.anyPlace}
          value={search.under ?? null}
          onChange={(under) => change({ under: under ?? undefined })}
        />
      </div>
      <PlainSelect
        label={words.skill}
        any={words.anySkill}
        options={namesOf(skills)}
        value={search.skill}
        onChange={(skill) => change({ skill })}
      />
      <PlainSelect
        label={words.elderKind}
        any={words.anyElder}
        options={namesOf(elderKinds)}
        value={search.elderKind}
        onChange={(elderKind) => change({ elderKind })}
      />
      <Checkbox checked={search.left ?? false} onChange={({ target }) => change({ left: target.checked || undefined })}>
        {words.withLeft}
      </Checkbox>
    </FilterBar>
  )
}

function useVolunteerColumns(): Column<VolunteerLine>[] {
  const words = useVolunteersWords()
  const say = useSay()
  const { enumerate } = usePunctuation()
  return [
    {
      key: 'name',
      title: words.name,
      width: 120,
      render: (one) => (
        <>
          <Link to="/volunteers/$personId" params={{ personId: one.personId }}>
            {one.name}
          </Link>{' '}
          {one.leftOn ? <Mark>{words.leftOn(one.leftOn)}</Mark> : null}
        </>
      ),
    },
    { key: 'number', title: words.number, width: 130, render: (one) => one.number },
    { key: 'community', title: words.community, render: (one) => one.community },
    { key: 'age', title: words.age, align: 'right', render: ({ age }) => (age === null ? null : words.years(age)) },
    {
      key: 'skills',
      title: words.skill,
      width: 180,
      render: (one) => enumerate(one.skills.map((s) => say(skills[s]))),
    },
    { key: 'elder', title: words.elderKind, render: (one) => (one.elderKind ? say(elderKinds[one.elderKind]) : null) },
    { key: 'teams', title: words.teams, width: 160, render: (one) => enumerate(one.teams.map(({ name }) => name)) },
    { key: 'since', title: words.since, width: 110, render: (one) => one.sinceOn },
  ]
}
