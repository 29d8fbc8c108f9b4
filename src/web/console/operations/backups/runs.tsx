import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { BackupRun } from './queries.ts'
import { sizeWords } from './size.ts'
import { useBackupWords } from './words.ts'

const TONES = { running: 'brand', done: 'good', failed: 'bad' } as const

export function Runs({ runs }: { runs: readonly BackupRun[] }) {
  const words = useBackupWords()
  const columns = useRunColumns()
  return (
    <Section title={words.runs} {...(runs.length ? { note: words.countOf(runs.length) } : {})} flush>
      {runs.length ? (
        <DataTable label={words.runs} columns={columns} rows={runs} rowKey={(run) => run.id} />
      ) : (
        <EmptyState title={words.none} hint={words.noneHint} />
      )}
    </Section>
  )
}

function useRunColumns(): readonly Column<BackupRun>[] {
  const words = useBackupWords()
  const say = useSay()
  const { minute } = useTimes()
  return [
    { key: 'at', title: words.at, render: (run) => minute(run.startedAt), width: 150 },
    { key: 'kind', title: words.kind, render: (run) => words.kinds[run.kind], width: 90 },
    {
      key: 'status',
      title: words.status,
      render: (run) => <Mark tone={TONES[run.status]}>{words.statuses[run.status]}</Mark>,
      width: 80,
    },
    {
      key: 'size',
      title: words.size,
      render: (run) => (run.bytes === null ? '' : sizeWords(run.bytes).replace(' ', '\u00a0')),
      align: 'right',
      width: 90,
    },
    { key: 'rows', title: words.rows, render: (run) => run.rows?.toLocaleString() ?? '', align: 'right' },
    { key: 'asked', title: words.asked, render: (run) => run.askedBy ?? words.byCalendar, width: 80 },
    { key: 'note', title: words.note, render: (run) => (run.note ? say(run.note) : ''), width: 200 },
    { key: 'file', title: words.file, render: (run) => run.file ?? '', width: 220 },
  ]
}
