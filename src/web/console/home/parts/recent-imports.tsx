import { useQuery } from '@tanstack/react-query'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { type Batch, importsQuery } from '../queries.ts'
import { useHomeWords } from '../words.ts'

const TONES: Record<Batch['status'], Tone> = {
  reading: 'plain',
  refused: 'bad',
  planned: 'doubtful',
  applying: 'doubtful',
  applied: 'good',
  undoing: 'doubtful',
  undone: 'plain',
  failed: 'bad',
}

export function RecentImports() {
  const words = useHomeWords()
  const times = useTimes()
  const imports = useQuery(importsQuery)
  const columns: Column<Batch>[] = [
    {
      key: 'file',
      title: words.file,
      render: (batch) => <HrefLink href={`/imports/${batch.id}`}>{batch.fileName}</HrefLink>,
    },
    {
      key: 'state',
      title: words.state,
      render: (batch) => <Mark tone={TONES[batch.status]}>{words.states[batch.status]}</Mark>,
    },
    { key: 'new', title: words.newCount, align: 'right', render: (batch) => batch.counts.new },
    { key: 'changed', title: words.changedCount, align: 'right', render: (batch) => batch.counts.changed },
    { key: 'doubtful', title: words.doubtfulCount, align: 'right', render: (batch) => batch.counts.doubtful },
    { key: 'by', title: words.by, width: 80, render: (batch) => batch.createdBy },
    { key: 'at', title: words.at, width: 116, render: (batch) => times.minute(batch.createdAt) },
  ]
  const start = <HrefLink href="/imports">{words.startImport}</HrefLink>
  return (
    <Section title={words.imports} actions={<HrefLink href="/imports">{words.allImports}</HrefLink>} flush>
      <Answer query={imports}>
        {({ items }) => (
          <DataTable
            label={words.imports}
            columns={columns}
            rows={items}
            rowKey={(batch) => batch.id}
            empty={<EmptyState title={words.noImports} hint={words.noImportsHint} action={start} />}
          />
        )}
      </Answer>
    </Section>
  )
}
