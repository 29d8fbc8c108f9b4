import { Alert } from 'antd'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import type { Batch } from '../queries.ts'
import { useImportsWords } from '../words.ts'

/** What was written, or which columns nobody recognised. */
export function Outcome({ batch }: { batch: Batch }) {
  const words = useImportsWords()
  const unknown = batch.tables
    .flatMap((table) => table.columns)
    .filter((column) => column.field === null && column.samples.length > 0).length
  if (batch.status === 'applied') {
    const left = batch.counts.doubtful + batch.counts.refused + batch.counts.duplicate
    const people = <ButtonLink to="/people">{words.openPeople}</ButtonLink>
    return (
      <Alert
        type="success"
        showIcon
        title={words.doneWords(batch.counts.new, batch.counts.changed, left)}
        action={people}
      />
    )
  }
  if (batch.status !== 'planned' || !unknown) return null
  const columns = (
    <ButtonLink to="/imports/$id/columns" params={{ id: batch.id }}>
      {words.mapping}
    </ButtonLink>
  )
  return <Alert type="warning" showIcon title={words.unmappedColumns(unknown)} action={columns} />
}
