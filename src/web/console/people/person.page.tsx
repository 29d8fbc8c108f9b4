import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { PersonBody } from './person/person-body.tsx'
import { personQuery } from './queries.ts'

const route = getRouteApi('/shell/people/$id')

export function PersonPage() {
  const { id } = route.useParams()
  const person = useQuery(personQuery(id))
  return (
    <RecordPage query={person} lines={12}>
      {(record) => <PersonBody key={record.id} person={record} />}
    </RecordPage>
  )
}
