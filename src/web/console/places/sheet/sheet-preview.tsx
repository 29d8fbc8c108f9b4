import { useState } from 'react'
import { reasonWords } from '#modules/places/sheet/words.ts'
import type { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { useSay } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Pager } from '../../../ui/table/pager.tsx'
import { usePlacesWords } from '../words.ts'

type Plan = Awaited<ReturnType<typeof api.placeSheet.addPlacesFromSpreadsheet>>
type Row = Plan['rows'][number]
type Verdict = Row['verdict']
const TONES = { new: 'good', existing: 'plain', refused: 'bad' } as const
const PAGE = 100

/** What each row would do, with the reason where it would do nothing. */
export function SheetPreview({ plan }: { plan: Plan }) {
  const words = usePlacesWords()
  const say = useSay()
  const [only, setOnly] = useState<Verdict | 'all'>(plan.counts.refused ? 'refused' : 'all')
  const [offset, setOffset] = useState(0)
  const rows = only === 'all' ? plan.rows : plan.rows.filter((row) => row.verdict === only)
  const columns: Column<Row>[] = [
    { key: 'row', title: words.row, render: (row) => row.row, align: 'right' },
    {
      key: 'verdict',
      title: words.verdict,
      render: (row) => <Mark tone={TONES[row.verdict]}>{words.verdicts[row.verdict]}</Mark>,
    },
    { key: 'community', title: words.community, render: (row) => row.community },
    { key: 'grid', title: words.grid, render: (row) => row.grid },
    { key: 'building', title: words.building, render: (row) => row.building },
    { key: 'entrance', title: words.entrance, render: (row) => row.entrance },
    {
      key: 'reason',
      title: words.reason,
      render: (row) =>
        [
          ...row.reasons.map((reason) => say(reasonWords[reason])),
          ...(row.adds.length ? [words.adds(row.adds.join('、'))] : []),
        ].join('；'),
    },
  ]
  const verdicts = ['new', 'existing', 'refused'] as const
  return (
    <>
      <Tabs
        label={words.verdictFilter}
        value={only}
        onChange={(next) => {
          setOnly(next)
          setOffset(0)
        }}
        options={[
          { value: 'all' as const, label: words.all, count: plan.rows.length },
          ...verdicts.map((value) => ({ value, label: words.verdicts[value], count: plan.counts[value] })),
        ]}
      />
      <DataTable
        label={words.sheetTitle}
        columns={columns}
        rows={rows.slice(offset, offset + PAGE)}
        rowKey={(row) => String(row.row)}
      />
      <Pager total={rows.length} offset={offset} limit={PAGE} onTurn={setOffset} />
    </>
  )
}
