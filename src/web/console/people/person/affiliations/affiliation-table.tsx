import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { affiliationWords } from '#modules/people/affiliations/words.ts'
import { Mark } from '../../../../ui/control/mark.tsx'
import { useSay } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { EmptyState } from '../../../../ui/page/empty-state.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { Affiliation, PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import { EndAffiliation } from './end-affiliation.tsx'

type AffiliationTableProps = { person: PersonRecord; items: readonly Affiliation[] }

/** What holds today first, then what was. */
export function AffiliationTable({ person, items }: AffiliationTableProps) {
  const words = usePersonWords()
  const columns = useAffiliationColumns()
  const kit = useKitWords()
  const [ending, setEnding] = useState<Affiliation | null>(null)
  const acts: Column<Affiliation> = {
    key: 'acts',
    title: kit.acts,
    render: (one) =>
      one.can.end ? (
        <Button size="small" onClick={() => setEnding(one)}>
          {words.end}
          <span className="visually-hidden"> {one.unitName ?? one.placeName}</span>
        </Button>
      ) : null,
  }
  const rows = [...items].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
  return (
    <>
      <DataTable
        label={words.tabs.affiliations}
        columns={items.some((one) => one.can.end) ? [...columns, acts] : columns}
        rows={rows}
        rowKey={(one) => one.id}
        empty={<EmptyState title={words.noAffiliations} hint={words.noAffiliationsHint} />}
      />
      {ending ? <EndAffiliation person={person} affiliation={ending} onClose={() => setEnding(null)} /> : null}
    </>
  )
}

function useAffiliationColumns(): Column<Affiliation>[] {
  const words = usePersonWords()
  const say = useSay()
  return [
    {
      key: 'kind',
      title: words.affiliationKind,
      render: ({ kind }) => say(affiliationWords[kind] ?? { zh: kind, en: kind }),
    },
    { key: 'where', title: words.affiliationWhere, width: 200, render: (one) => <Where affiliation={one} /> },
    { key: 'from', title: words.from, render: ({ from }) => from },
    {
      key: 'to',
      title: words.to,
      render: ({ to, isCurrent }) => (isCurrent && !to ? <Mark tone="good">{words.current}</Mark> : to),
    },
    { key: 'note', title: words.note, render: ({ note }) => note },
  ]
}

function Where({ affiliation }: { affiliation: Affiliation }) {
  const { unitId, unitName, placeCode, placeName, address } = affiliation
  if (unitId)
    return (
      <Link to="/units/$id" params={{ id: unitId }}>
        {unitName}
      </Link>
    )
  return (
    <>
      {placeCode ? (
        <Link to="/places/$code" params={{ code: placeCode }}>
          {placeName}
        </Link>
      ) : null}{' '}
      {address}
    </>
  )
}
