import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ButtonLink } from '../../ui/control/button-link.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { FoundUnit } from './acts/found-unit.tsx'
import { MergeUnits } from './acts/merge-units.tsx'
import { UnitFilters } from './list/unit-filters.tsx'
import { useUnitColumns } from './list/use-unit-columns.tsx'
import { listQuery, PAGE, type UnitLine } from './queries.ts'
import { useUnitsWords } from './words.ts'

const route = getRouteApi('/shell/units')

export function UnitListPage() {
  const words = useUnitsWords()
  const { search, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('units.manage')
  const [isFounding, setFounding] = useState(false)
  const units = useQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  const acts = may ? (
    <>
      <ButtonLink to="/units/sheet">{words.fromSheet}</ButtonLink>
      <Button type="primary" onClick={() => setFounding(true)}>
        {words.found}
      </Button>
    </>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <Section title={words.list} quiet>
        <UnitFilters />
        <Answer query={units} lines={8}>
          {({ items, total }) => (
            <>
              <UnitTable items={items} isStale={units.isPlaceholderData} mayMerge={may} />
              <Pager total={total} {...pageOf(PAGE)} />
            </>
          )}
        </Answer>
      </Section>
      {isFounding ? <FoundUnit onClose={() => setFounding(false)} /> : null}
    </Page>
  )
}

type UnitTableProps = { items: UnitLine[]; isStale: boolean; mayMerge: boolean }

function UnitTable({ items, isStale, mayMerge }: UnitTableProps) {
  const words = useUnitsWords()
  const columns = useUnitColumns()
  const search = route.useSearch()
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [isMerging, setMerging] = useState(false)
  const chosen = items.filter((unit) => keys.has(unit.id) && unit.status === 'open')
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  return (
    <>
      {chosen.length ? (
        <div style={{ padding: '0 16px 12px' }}>
          <Button onClick={() => setMerging(true)}>
            {words.mergeSelected}（{chosen.length}）
          </Button>
        </div>
      ) : null}
      <DataTable
        label={words.list}
        columns={columns}
        rows={items}
        rowKey={(unit) => unit.id}
        rowName={(unit) => unit.name}
        stale={isStale}
        {...(mayMerge ? { selection: { keys, onChange: setKeys } } : {})}
        {...(isFiltered ? {} : { empty: <EmptyState title={words.none} hint={words.noneHint} /> })}
      />
      {isMerging ? (
        <MergeUnits
          from={chosen}
          onClose={() => {
            setMerging(false)
            setKeys(new Set())
          }}
        />
      ) : null}
    </>
  )
}
