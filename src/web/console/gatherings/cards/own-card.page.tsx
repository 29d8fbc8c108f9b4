import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { personQuery } from '../../people/queries.ts'
import { useCardWords } from '../words.ts'
import { CodeCards } from './code-cards.tsx'

const route = getRouteApi('/shell/people/$id/code-card')

/** One person's card. */
export function OwnCardPage() {
  const { id } = route.useParams()
  const words = useCardWords()
  const person = useQuery(personQuery(id))
  return (
    <RecordPage query={person}>
      {(record) => (
        <Page
          title={words.titleOf(record.name)}
          lead={words.lead}
          trail={
            <Link to="/people/$id" params={{ id }} search={{ tab: 'gatherings' }}>
              {record.name}
            </Link>
          }
        >
          <CodeCards people={[record.id]} />
        </Page>
      )}
    </RecordPage>
  )
}
