import { Link } from '@tanstack/react-router'
import { plans } from '#modules/people/roster-import/contract.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import type { Column } from '../../../ui/table/column.ts'
import { statusTones } from '../batch/tones.ts'
import type { BatchLine } from '../queries.ts'
import { useImportsWords } from '../words.ts'

export function useBatchColumns(): Column<BatchLine>[] {
  const words = useImportsWords()
  const times = useTimes()
  return [
    {
      key: 'file',
      title: words.file,
      width: 220,
      render: (batch) => (
        <Link to="/imports/$id" params={{ id: batch.id }}>
          {batch.fileName}
        </Link>
      ),
    },
    {
      key: 'status',
      title: words.status,
      render: (batch) => <Mark tone={statusTones[batch.status]}>{words.statuses[batch.status]}</Mark>,
    },
    { key: 'rows', title: words.rows, align: 'right', render: (batch) => batch.rowCount },
    { key: 'result', title: words.result, width: 260, render: (batch) => <Result batch={batch} /> },
    { key: 'by', title: words.by, render: (batch) => batch.createdBy },
    { key: 'at', title: words.at, render: (batch) => times.minute(batch.createdAt) },
  ]
}

/** The counts that are not nought, each opening its rows. */
function Result({ batch }: { batch: BatchLine }) {
  const words = useImportsWords()
  const counted = plans.filter((plan) => plan !== 'not-a-person' && batch.counts[plan] > 0)
  return (
    <>
      {counted.map((plan, at) => (
        <span key={plan}>
          {at ? ' · ' : ''}
          <Link to="/imports/$id" params={{ id: batch.id }} search={{ plan }}>
            {words.plans[plan]} {batch.counts[plan]}
          </Link>
        </span>
      ))}
    </>
  )
}
