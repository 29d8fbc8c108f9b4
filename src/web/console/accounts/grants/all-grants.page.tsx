import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ROLES } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { saveFile } from '../../../ui/control/save-file.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { SearchInput } from '../../../ui/form/search-input.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { allGrantsQuery, askedOf, type HeldGrant, PAGE } from '../queries.ts'
import { useAdministrationWords } from '../requests/words.ts'
import type { GrantSearch } from '../routes.ts'
import { useAccountsWords } from '../words.ts'

const route = getRouteApi('/shell/grants')

/** Accounts, grants and areas with their days; what is exported is what is shown. */
export function AllGrantsPage() {
  const words = useAdministrationWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const grants = useQuery({ ...allGrantsQuery(search), placeholderData: keepPreviousData })
  const columns = useGrantColumns()
  const save = useAct(() => api.rights.exportGrants(askedOf(search)), { onDone: saveFile })
  const turn = (offset: number) => {
    navigate({ search: (old) => ({ ...old, offset: offset || undefined }) }).catch(() => undefined)
  }
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
      <Section title={words.allGrants} quiet>
        <GrantFilters />
        <Answer query={grants} lines={8}>
          {({ items, total }) => (
            <>
              <DataTable
                label={words.allGrants}
                columns={columns}
                rows={items}
                rowKey={(grant) => grant.id}
                stale={grants.isPlaceholderData}
              />
              <Pager total={total} offset={search.offset ?? 0} limit={PAGE} onTurn={turn} />
            </>
          )}
        </Answer>
      </Section>
    </Page>
  )
}

function GrantFilters() {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const say = useSay()
  const { q, role, soon } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: GrantSearch) => {
    navigate({ search: (old) => ({ ...old, ...part, offset: undefined }), replace: true }).catch(() => undefined)
  }
  const clear = () => change({ q: undefined, role: undefined, soon: undefined })
  return (
    <FilterBar onClear={q || role || soon ? clear : undefined}>
      <SearchInput
        label={accounts.searchAccounts}
        value={q ?? ''}
        onSearch={(text) => change({ q: text || undefined })}
      />
      <PlainSelect
        label={accounts.role}
        any={words.anyRole}
        options={ROLES.map((one) => ({ value: one, label: say(roleWords[one]) }))}
        value={role}
        onChange={(chosen) => change({ role: chosen })}
      />
      <PlainSelect
        label={words.until}
        any={words.anyEnd}
        options={[{ value: 'yes' as const, label: words.endsSoon }]}
        value={soon}
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
