import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { Page } from '../../ui/page/page.tsx'
import { CardSheet } from './card/card-sheet.tsx'
import { type PersonRecord, personQuery } from './queries.ts'
import { usePeopleWords, usePersonWords } from './words.ts'

const route = getRouteApi('/shell/people/$id/card')

/** The record on paper: what this reader sees on screen, no more. */
export function CardPage() {
  const { id } = route.useParams()
  const person = useQuery(personQuery(id))
  return (
    <RecordPage query={person} lines={12}>
      {(record) => <CardBody person={record} />}
    </RecordPage>
  )
}

function CardBody({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const people = usePeopleWords()
  return (
    <Page
      title={words.cardOf(person.name)}
      lead={words.cardLead}
      trail={
        <>
          <Link to="/people">{people.title}</Link>
          {' / '}
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
        </>
      }
      actions={
        <Button type="primary" onClick={() => print()}>
          {words.print}
        </Button>
      }
    >
      <CardSheet person={person} />
    </Page>
  )
}
