import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useLanguage } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { Batch } from '../queries.ts'
import { useImportsWords } from '../words.ts'
import { fieldOptions } from './field-words.ts'
import css from './mapping.module.css'

type Table = Batch['tables'][number]
type Corrected = ReadonlyMap<string, { sheet: string; table: number; index: number; field: string | null }>

const keyOf = (table: Table, index: number) => `${table.sheet}|${table.table}|${index}`

/** Every table found in the file with its columns; a corrected column is read again as somebody says. */
export function MappingForm({ batch }: { batch: Batch }) {
  const words = useImportsWords()
  const titleOf = useTitleOf()
  const navigate = useNavigate()
  const [corrected, setCorrected] = useState<Corrected>(new Map())
  const [remember, setRemember] = useState(true)
  const remap = useAct(
    () => api.rosterImport.remapImport({ id: batch.id, columns: [...corrected.values()], remember }),
    {
      refresh: [['imports']],
      onDone: () => {
        navigate({ to: '/imports/$id', params: { id: batch.id } }).catch(() => undefined)
      },
    },
  )
  const correct = (table: Table, index: number, field: string | null) =>
    setCorrected((old) =>
      new Map(old).set(keyOf(table, index), { sheet: table.sheet, table: table.table, index, field }),
    )
  return (
    <>
      {batch.tables.map((table) => (
        <Section key={`${table.sheet}|${table.table}`} title={titleOf(table)} flush>
          <Columns table={table} corrected={corrected} onCorrect={correct} />
        </Section>
      ))}
      <div className={css.foot}>
        <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
          {words.remember}
        </Checkbox>
        <Button
          type="primary"
          disabled={!corrected.size || !batch.can.remap}
          loading={remap.isPending}
          onClick={() => remap.mutate()}
        >
          {words.remap}
        </Button>
        <ErrorNotice error={remap.error} />
      </div>
    </>
  )
}

function useTitleOf(): (table: Table) => string {
  const words = useImportsWords()
  const { aside } = usePunctuation()
  return (table) => {
    const title = table.headerRows.length ? words.tableAt(table.sheet, firstHeader(table.headerRows)) : words.noHeader
    return table.isHidden ? aside(title, words.hiddenSheet) : title
  }
}

/** A header that comes again on every page is told by where it stands first. */
function firstHeader(rows: readonly number[]): string {
  const first = rows.filter((row, at) => at === 0 || row === (rows[0] ?? 0) + at)
  return [...new Set([first[0], first.at(-1)])].join('–')
}

type ColumnsProps = {
  table: Table
  corrected: Corrected
  onCorrect: (table: Table, index: number, field: string | null) => void
}

function Columns({ table, corrected, onCorrect }: ColumnsProps) {
  const words = useImportsWords()
  const titleOf = useTitleOf()
  const language = useLanguage()
  const options = fieldOptions(language)
  const columns: Column<Table['columns'][number]>[] = [
    { key: 'header', title: words.column, width: 160, render: (column) => column.header || '—' },
    { key: 'samples', title: words.samples, width: 220, render: (column) => column.samples.join(' / ') },
    {
      key: 'field',
      title: words.means,
      width: 200,
      render: (column) => {
        const now = corrected.get(keyOf(table, column.index))
        const value = now ? now.field : column.field === 'ignored' ? null : column.field
        return (
          <PlainSelect
            label={`${words.means} ${column.header}`}
            any={words.ignored}
            options={options}
            value={value ?? undefined}
            onChange={(field) => onCorrect(table, column.index, field ?? null)}
          />
        )
      },
    },
  ]
  return (
    <DataTable
      label={titleOf(table)}
      columns={columns}
      rows={table.columns}
      rowKey={(column) => String(column.index)}
    />
  )
}
