import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { GRANTED_ROLES } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { allGrantsQuery, askedOf, type HeldGrant, PAGE } from '../queries.ts'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'

const route = getRouteApi('/shell/grants')

/** Accounts, grants and areas with their days; what is exported is what is shown. */
export function AllGrantsPage() {
  const words = useAdministrationWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const grants = useQuery({ ...allGrantsQuery(search), placeholderData: keepPreviousData })
  const columns = useGrantColumns()
  const save = useAct(() => api.rights.exportGrants(askedOf(search)), { onDone: saveFile })
  return (
    <Page
      title={words.allGrants}
      lead={words.allGrantsLead}
      actions={
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {words.export}
        </Button>
      }
    >
      <ErrorNotice error={save.error} />
      {grants.data ? <p>{words.grantsCounted(grants.data.counted.elder, grants.data.counted.family)}</p> : null}
      <Section title={words.allGrants} quiet>
        <GrantFilters />
        <PagedTable
          query={grants}
          label={words.allGrants}
          columns={columns}
          rowKey={(grant) => grant.id}
          page={pageOf(PAGE)}
          lines={8}
        />
      </Section>
    </Page>
  )
}

function GrantFilters() {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const say = useSay()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  return (
    <FilterBar onClear={clear}>
      <SearchInput
        label={accounts.searchAccounts}
        value={search.q ?? ''}
        onSearch={(text) => change({ q: text || undefined })}
      />
      <PlainSelect
        label={accounts.role}
        any={words.anyRole}
        options={GRANTED_ROLES.map((one) => ({ value: one, label: say(roleWords[one]) }))}
        value={search.role}
        onChange={(chosen) => change({ role: chosen })}
      />
      <PlainSelect
        label={words.until}
        any={words.anyEnd}
        options={[{ value: 'yes' as const, label: words.endsSoon }]}
        value={search.soon}
        onChange={(chosen) => change({ soon: chosen })}
      />
    </FilterBar>
  )
}

function useGrantColumns(): Column<HeldGrant>[] {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const say = useSay()
  const times = useTimes()
  return [
    {
      key: 'holder',
      title: words.holder,
      render: ({ account, holder, login }) => (
        <Link to="/accounts" search={{ account, q: login }}>
          {holder} {login}
        </Link>
      ),
    },
    { key: 'role', title: accounts.role, render: ({ role }) => say(roleWords[role]) },
    { key: 'where', title: words.areas, width: 180, render: ({ where }) => where.name },
    { key: 'from', title: accounts.from, render: ({ from }) => times.day(from) },
    { key: 'until', title: accounts.until, render: ({ until }) => (until ? times.day(until) : accounts.forever) },
    { key: 'by', title: words.giver, render: ({ grantedBy }) => grantedBy ?? accounts.bySystem },
  ]
}
