import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { gatheringQuery, sheetQuery } from '../queries.ts'
import { useSigningWords } from '../words.ts'
import { SigningSheet } from './signing-sheet.tsx'

const route = getRouteApi('/shell/gatherings/$id/signing')

/** The sheet at the door, for those who come to sign. */
export function SigningPage() {
  const { id } = route.useParams()
  const words = useSigningWords()
  const gathering = useQuery(gatheringQuery(id))
  const sheet = useQuery(sheetQuery(id))
  return (
    <RecordPage query={gathering}>
      {(record) => (
        <Page
          title={words.titleOf(record.title)}
          lead={words.lead}
          trail={
            <Link to="/gatherings/$id" params={{ id }}>
              {record.title}
            </Link>
          }
          actions={
            <Button type="primary" onClick={() => print()}>
              {words.print}
            </Button>
          }
        >
          <RecordPage query={sheet}>{(answer) => <SigningSheet record={record} sheet={answer} />}</RecordPage>
        </Page>
      )}
    </RecordPage>
  )
}
