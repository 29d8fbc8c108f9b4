import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { gatheringQuery, sheetQuery } from '../queries.ts'
import { useCardWords } from '../words.ts'
import { CodeCards } from './code-cards.tsx'

const route = getRouteApi('/shell/gatherings/$id/cards')

/** A card for everybody on the sheet. */
export function GatheringCardsPage() {
  const { id } = route.useParams()
  const words = useCardWords()
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
        >
          <RecordPage query={sheet}>
            {({ items }) => <CodeCards people={items.map(({ personId }) => personId)} />}
          </RecordPage>
        </Page>
      )}
    </RecordPage>
  )
}
