import { type ReactNode, useState } from 'react'
import { Mark, type Tone } from '../control/mark.tsx'
import { Tabs } from '../control/tabs.tsx'
import { useKitWords } from '../language/words.ts'
import type { Column } from './column.ts'
import { DataTable } from './data-table.tsx'
import { Pager } from './pager.tsx'

type Judged<V extends string> = { row: number; verdict: V }
type Verdict<V extends string> = { value: V; label: string; tone: Tone }
type VerdictTableProps<V extends string, R extends Judged<V>> = {
  label: string
  rows: readonly R[]
  verdicts: readonly Verdict<V>[]
  columns: readonly Column<R>[]
  /** Why a row is judged so. */
  reason: (row: R) => ReactNode
}
const PAGE = 100

/** The rows of an uploaded sheet with what would become of each, and tabs to look at one kind of verdict alone. */
export function VerdictTable<V extends string, R extends Judged<V>>(props: VerdictTableProps<V, R>) {
  const words = useKitWords()
  const { label, rows, verdicts, columns } = props
  const [only, setOnly] = useState<V | 'all'>('all')
  const [offset, setOffset] = useState(0)
  const shown = only === 'all' ? rows : rows.filter((row) => row.verdict === only)
  const show = (value: V | 'all') => {
    setOnly(value)
    setOffset(0)
  }
  const markOf = (row: R) => {
    const verdict = verdicts.find((one) => one.value === row.verdict)
    return <Mark tone={verdict?.tone ?? 'plain'}>{verdict?.label ?? row.verdict}</Mark>
  }
  const all: Column<R>[] = [
    { key: 'row', title: words.row, render: (row) => words.rowNumber(row.row) },
    { key: 'verdict', title: words.verdict, render: markOf },
    ...columns,
    { key: 'reason', title: words.reason, render: props.reason },
  ]
  const tabs = verdicts.map(({ value, label: name }) => ({
    value,
    label: name,
    count: rows.filter((row) => row.verdict === value).length,
  }))
  return (
    <>
      <Tabs
        label={words.verdict}
        value={only}
        onChange={show}
        options={[{ value: 'all' as const, label: words.all, count: rows.length }, ...tabs]}
      />
      <DataTable label={label} columns={all} rows={shown.slice(offset, offset + PAGE)} rowKey={(row) => `${row.row}`} />
      <Pager total={shown.length} offset={offset} limit={PAGE} onTurn={setOffset} />
    </>
  )
}
