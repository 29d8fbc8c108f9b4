import { Link } from '@tanstack/react-router'
import { type FigureKey, figureKeys } from '#modules/reports/need-ledger/rules.ts'
import { figureWords } from '#modules/reports/need-ledger/words.ts'
import { needKinds } from '#modules/volunteering/codes/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { NeedLedger, NeedLedgerSearch } from './queries.ts'
import { useNeedLedgerWords } from './words.ts'

type Figures = Partial<Record<FigureKey, number>>
type Line = { key: string; name: string; figures: Figures; search: NeedLedgerSearch; mark?: string; isStrong?: boolean }

/** Every number opens the needs it counts. */
function FigureTable({ label, head, lines }: { label: string; head: string; lines: readonly Line[] }) {
  const words = useNeedLedgerWords()
  const say = useSay()
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: head,
      width: 130,
      render: ({ name, mark, isStrong }) => (
        <>
          {isStrong ? <strong>{name}</strong> : name} {mark ? <Mark tone="good">{mark}</Mark> : null}
        </>
      ),
    },
    ...figureKeys.map(
      (figure): Column<Line> => ({
        key: figure,
        title: say(figureWords[figure]),
        align: 'right',
        render: ({ name, figures, search }) => {
          const count = figures[figure] ?? 0
          if (!count) return 0
          const what = `${name} ${say(figureWords[figure])}`
          return (
            <Link
              to="/ledgers/needs"
              search={{ ...search, figure }}
              hash="entries"
              aria-label={words.opens(what, count)}
            >
              {count}
            </Link>
          )
        },
      }),
    ),
  ]
  return <DataTable label={label} columns={columns} rows={lines} rowKey={({ key }) => key} />
}

export function KindFigures({ ledger, search }: { ledger: NeedLedger; search: NeedLedgerSearch }) {
  const words = useNeedLedgerWords()
  const say = useSay()
  const own = { month: ledger.month, place: search.place }
  const lines = ledger.kinds.map(
    ({ kind, figures }): Line => ({ key: kind, name: say(needKinds[kind]), figures, search: { ...own, kind } }),
  )
  const sum: Line = { key: '', name: words.total, figures: ledger.figures, search: own, isStrong: true }
  return <FigureTable label={words.byKind} head={words.group} lines={[...lines, sum]} />
}

export function StreetFigures({ ledger }: { ledger: NeedLedger }) {
  const words = useNeedLedgerWords()
  const lines = ledger.streets.map(
    ({ code, name, figures }): Line => ({ key: code, name, figures, search: { month: ledger.month, place: code } }),
  )
  return <FigureTable label={words.byStreet} head={words.byStreet} lines={lines} />
}

export function MonthFigures({ ledger, search }: { ledger: NeedLedger; search: NeedLedgerSearch }) {
  const words = useNeedLedgerWords()
  const times = useTimes()
  const lines = ledger.months.map(({ month, figures, isClosed }): Line => {
    const line = { key: month, name: times.month(month), figures, search: { month, place: search.place } }
    return isClosed ? { ...line, mark: words.closedMark } : line
  })
  return <FigureTable label={words.months} head={words.monthColumn} lines={lines} />
}
