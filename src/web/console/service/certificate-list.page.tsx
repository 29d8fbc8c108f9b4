import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { SearchInput } from '../../ui/form/search-input.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { IssueCertificate } from './certificates/issue-certificate.tsx'
import { useCertificateColumns } from './certificates/use-certificate-columns.tsx'
import { certificatesQuery, PAGE } from './queries.ts'
import { useCertificatesWords } from './words.ts'

const route = getRouteApi('/shell/service/certificates')

export function CertificateListPage() {
  const words = useCertificatesWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('volunteering.certify')
  const [isIssuing, setIssuing] = useState(false)
  const list = useQuery({ ...certificatesQuery(search), placeholderData: keepPreviousData })
  const columns = useCertificateColumns()
  const issue = may ? (
    <Button type="primary" onClick={() => setIssuing(true)}>
      {words.issue}
    </Button>
  ) : null
  return (
    <Page
      title={words.title}
      lead={
        <>
          {words.lead} <HrefLink href="/verify">{words.verify}</HrefLink>
        </>
      }
      actions={issue}
    >
      <Section title={words.list} quiet>
        <Filters />
        <PagedTable
          label={words.list}
          query={list}
          columns={columns}
          rowKey={(one) => one.id}
          empty={<EmptyState title={words.none} hint={words.noneHint} />}
          page={pageOf(PAGE)}
          lines={6}
        />
      </Section>
      {isIssuing ? <IssueCertificate personId={search.personId ?? null} onClose={() => setIssuing(false)} /> : null}
    </Page>
  )
}

function Filters() {
  const words = useCertificatesWords()
  const { search, change, clear } = useAddress(route.useSearch(), route.useNavigate())
  const standings = (['public', 'valid', 'overtaken', 'revoked'] as const).map((value) => ({
    value,
    label: words.standings[value],
  }))
  return (
    <FilterBar onClear={clear}>
      <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
      <PlainSelect
        label={words.standing}
        any={words.anyStanding}
        options={standings}
        value={search.standing}
        onChange={(standing) => change({ standing })}
      />
    </FilterBar>
  )
}
