import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { Mark } from '../../ui/control/mark.tsx'
import { ProgressBar } from '../../ui/feedback/progress-bar.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { Page } from '../../ui/page/page.tsx'
import { BatchActs } from './batch/batch-acts.tsx'
import { Outcome } from './batch/outcome.tsx'
import { statusTones } from './batch/tones.ts'
import { type Batch, batchQuery } from './queries.ts'
import { Rows } from './rows/rows.tsx'
import { useImportsWords } from './words.ts'

const route = getRouteApi('/shell/imports/$id')

export function ImportPage() {
  const words = useImportsWords()
  const { id } = route.useParams()
  const batch = useQuery(batchQuery(id))
  const trail = <Link to="/imports">{words.back}</Link>
  return (
    <RecordPage query={batch}>
      {(found) => (
        <Page title={found.fileName} lead={<Lead batch={found} />} trail={trail} actions={<BatchActs batch={found} />}>
          <State batch={found} />
        </Page>
      )}
    </RecordPage>
  )
}

function Lead({ batch }: { batch: Batch }) {
  const words = useImportsWords()
  return (
    <>
      <Mark tone={statusTones[batch.status]}>{words.statuses[batch.status]}</Mark> {words.asOfWords(batch.asOf)} ·{' '}
      {batch.createdBy}
    </>
  )
}

/** Progress while a job works, the refusal of a file that cannot be read, else the plan and its rows. */
function State({ batch }: { batch: Batch }) {
  const words = useImportsWords()
  const say = useSay()
  const work = { reading: words.reading, applying: words.applying, undoing: words.undoing }
  if (batch.status === 'refused' || batch.status === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={batch.refusal ? say(batch.refusal) : words.statuses[batch.status]}
      />
    )
  if (batch.status === 'reading' || batch.status === 'applying' || batch.status === 'undoing')
    return <ProgressBar label={work[batch.status]} done={batch.doneCount} total={batch.rowCount} />
  return (
    <>
      <Outcome batch={batch} />
      <Rows batch={batch} />
    </>
  )
}
