import { Button } from 'antd'
import { useState } from 'react'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { type Ledger, peopleHref } from './queries.ts'
import { useLedgerWords } from './words.ts'

const counts = ['people', 'lixiu', 'tuixiu', 'women', 'members', 'aged80', 'livesAlone'] as const

const SHOWN = 50

type Line = { key: string | null; name: string; totals: Ledger['totals']; where: Ledger['groups'][number]['where'] }
type TotalsProps = { ledger: Ledger; open: string | undefined; onOpen: (key: string) => void }

/** Every figure opens the people it was counted from. */
export function Totals({ ledger, open, onOpen }: TotalsProps) {
  const words = useLedgerWords()
  const [turned, setTurned] = useState(0)
  const offset = turned < ledger.groups.length ? turned : 0
  const sum: Line = { key: null, name: words.totals, totals: ledger.totals, where: [] }
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: words.group,
      width: 160,
      render: (line) => (line.key === null ? <strong>{line.name}</strong> : line.name),
    },
    ...counts.map(
      (count): Column<Line> => ({
        key: count,
        title: words[count],
        align: 'right',
        render: (line) => <Figure ledger={ledger} line={line} count={count} />,
      }),
    ),
    {
      key: 'open',
      title: words.openColumn,
      render: (line) => {
        const { key } = line
        return key === null ? null : (
          <Button
            size="small"
            type={key === open ? 'primary' : 'default'}
            aria-pressed={key === open}
            onClick={() => onOpen(key)}
          >
            {words.open}
            <span className="visually-hidden"> {line.name}</span>
          </Button>
        )
      },
    },
  ]
  return (
    <>
      <DataTable
        label={words.summary}
        columns={columns}
        rows={[sum, ...ledger.groups.slice(offset, offset + SHOWN)]}
        rowKey={(line) => line.key ?? 'sum'}
        empty={<EmptyState title={words.noneYet} />}
      />
      {ledger.groups.length > SHOWN ? (
        <Pager total={ledger.groups.length} offset={offset} limit={SHOWN} onTurn={setTurned} />
      ) : null}
    </>
  )
}

function Figure({ ledger, line, count }: { ledger: Ledger; line: Line; count: (typeof counts)[number] }) {
  const value = line.totals[count]
  if (value === null) return <>—</>
  if (!value) return <>0</>
  return (
    <HrefLink href={peopleHref(ledger, line.where, count === 'people' ? [] : (ledger.opens[count] ?? []))}>
      {value.toLocaleString()}
    </HrefLink>
  )
}
