import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { AccountDrawer } from './list/account-drawer.tsx'
import { AccountFilters } from './list/account-filters.tsx'
import { useAccountColumns } from './list/use-account-columns.tsx'
import { accountsQuery, PAGE } from './queries.ts'
import { RequestForm } from './requests/request-form.tsx'
import { useAdministrationWords } from './requests/words.ts'
import type { AccountSearch } from './routes.ts'
import { useAccountsWords } from './words.ts'

const route = getRouteApi('/shell/accounts')

export function AccountListPage() {
  const words = useAccountsWords()
  const administration = useAdministrationWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { pageOf } = useAddress(search, navigate)
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const accounts = useQuery({ ...accountsQuery(search), placeholderData: keepPreviousData })
  const change = (part: AccountSearch) => {
    navigate({ search: (old) => ({ ...old, ...part }) }).catch(() => undefined)
  }
  const columns = useAccountColumns((account) => change({ account }))
  const shown = accounts.data?.items.find((account) => account.id === search.account)
  const ask = may('accounts.request') ? (
    <Button type="primary" onClick={() => setAsking(true)}>
      {administration.requestAccount}
    </Button>
  ) : null
  return (
    <Page title={words.accounts} lead={words.accountsLead} actions={ask}>
      <Section title={words.accountList} quiet>
        <AccountFilters />
        <PagedTable
          query={accounts}
          label={words.accountList}
          columns={columns}
          rowKey={(account) => account.id}
          page={pageOf(PAGE)}
          lines={8}
        />
      </Section>
      {isAsking ? <RequestForm onClose={() => setAsking(false)} /> : null}
      {shown ? <AccountDrawer account={shown} onClose={() => change({ account: undefined })} /> : null}
    </Page>
  )
}
