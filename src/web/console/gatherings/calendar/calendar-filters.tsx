import { useQuery } from '@tanstack/react-query'
import { kinds } from '#modules/gatherings/codes/index.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { groupQuery, openGroupsQuery } from '../../groups/queries.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { sitesQuery } from '../../places/queries.ts'
import { useMay } from '../../shell/session/me.ts'
import { useCalendarWords } from '../words.ts'
import css from './calendar.module.css'
import { useCalendar } from './use-calendar.ts'

/** Filters of the calendar, kept in its address. */
export function CalendarFilters() {
  const words = useCalendarWords()
  const say = useSay()
  const may = useMay()
  const { search, change } = useCalendar()
  const { view: _view, day: _day, offset: _offset, under: _under, ...filters } = search
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const clear = () =>
    change({
      q: undefined,
      kind: undefined,
      status: undefined,
      siteId: undefined,
      personId: undefined,
      groupId: undefined,
    })
  const kindOptions = Object.entries(kinds).map(([value, name]) => ({
    value: value as keyof typeof kinds, // the record's own keys
    label: say(name),
  }))
  const statuses = (['planned', 'held', 'cancelled'] as const).map((value) => ({ value, label: words.statuses[value] }))
  return (
    <FilterBar onClear={isFiltered ? clear : undefined}>
      <SearchInput
        label={words.search}
        value={search.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
        width={180}
      />
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={kindOptions}
        value={search.kind}
        onChange={(kind) => change({ kind })}
      />
      <PlainSelect
        label={words.status}
        any={words.anyStatus}
        options={statuses}
        value={search.status}
        onChange={(status) => change({ status })}
      />
      {search.under ? <SiteFilter under={search.under} /> : null}
      {may('groups.read') ? <GroupFilter /> : null}
      {may('people.read') ? (
        <div className={css.person}>
          <PersonPicker
            id="calendar-person"
            label={words.person}
            value={search.personId ?? null}
            onChange={(personId) => change({ personId: personId ?? undefined })}
          />
        </div>
      ) : null}
    </FilterBar>
  )
}

/** The venues of the chosen place. */
function SiteFilter({ under }: { under: string }) {
  const words = useCalendarWords()
  const { search, change } = useCalendar()
  const sites = useQuery(sitesQuery(under))
  const options = (sites.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return options.length ? (
    <PlainSelect
      label={words.site}
      any={words.anySite}
      options={options}
      value={search.siteId}
      onChange={(siteId) => change({ siteId })}
    />
  ) : null
}

/** Interest groups and associations that stand, and the one an address names though it is dissolved. */
function GroupFilter() {
  const words = useCalendarWords()
  const { search, change } = useCalendar()
  const groups = useQuery(openGroupsQuery)
  const chosen = useQuery({ ...groupQuery(search.groupId ?? ''), enabled: search.groupId !== undefined })
  const open = groups.data?.items ?? []
  const gone = chosen.data && !open.some(({ id }) => id === search.groupId) ? [chosen.data] : []
  const options = [...open, ...gone].map(({ id, name }) => ({ value: id, label: name }))
  return options.length ? (
    <PlainSelect
      label={words.group}
      any={words.anyGroup}
      options={options}
      value={search.groupId}
      onChange={(groupId) => change({ groupId })}
    />
  ) : null
}
