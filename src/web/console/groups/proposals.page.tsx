import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { PlacePicker } from '../places/place-picker.tsx'
import { FoundGroup } from './acts/found-group.tsx'
import { type Proposal, proposalsQuery } from './queries.ts'
import { useGroupWords } from './words.ts'

const route = getRouteApi('/shell/group-proposals')
const LEAST = [3, 5, 8, 12, 20]

export function ProposalsPage() {
  const words = useGroupWords()
  const { search, change } = useAddress(route.useSearch(), route.useNavigate())
  const [founding, setFounding] = useState<Proposal>()
  const columns = useColumns(setFounding)
  const proposals = useQuery({ ...proposalsQuery(search), placeholderData: keepPreviousData })
  return (
    <Page title={words.proposals} lead={words.proposalsLead}>
      <Section title={words.proposals} quiet>
        <FilterBar>
          <div style={{ width: 240, maxWidth: '100%' }}>
            <PlacePicker
              label={words.place}
              value={search.under ?? null}
              onChange={(under) => change({ under: under ?? undefined })}
            />
          </div>
          <PlainSelect
            label={words.least}
            options={LEAST.map((n) => ({ value: String(n), label: words.leastOf(n) }))}
            value={String(search.least ?? 8)}
            onChange={(least) => change({ least: least ? Number(least) : undefined })}
          />
        </FilterBar>
        <PagedTable
          label={words.proposals}
          query={proposals}
          columns={columns}
          rowKey={(one) => `${one.placeCode} ${one.interest}`}
          empty={<EmptyState title={words.proposalsNone} hint={words.proposalsNoneHint} />}
        />
      </Section>
      {founding ? <FoundGroup proposal={founding} onClose={() => setFounding(undefined)} /> : null}
    </Page>
  )
}

/** The list of people asks the same question as the number did. */
function peopleOf({ placeCode, interest }: Proposal): string {
  const where = JSON.stringify([{ field: 'interests', op: 'in', value: [interest] }])
  return `/people?place=${placeCode}&where=${encodeURIComponent(where)}`
}

function useColumns(onFound: (proposal: Proposal) => void): Column<Proposal>[] {
  const words = useGroupWords()
  const kit = useKitWords()
  return [
    { key: 'place', title: words.place, render: (one) => one.place },
    { key: 'interest', title: words.interest, render: (one) => one.interest },
    {
      key: 'people',
      title: words.likers,
      align: 'right',
      render: (one) => <HrefLink href={peopleOf(one)}>{one.people}</HrefLink>,
    },
    { key: 'wider', title: words.wider, render: (one) => one.wider ?? kit.nothing },
    {
      key: 'acts',
      title: kit.acts,
      render: (one) =>
        one.can.found ? (
          <Button size="small" aria-label={words.foundThis(one.place, one.interest)} onClick={() => onFound(one)}>
            {words.found}
          </Button>
        ) : null,
    },
  ]
}
