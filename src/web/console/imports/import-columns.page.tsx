import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Answer } from '../../ui/feedback/answer.tsx'
import { Page } from '../../ui/page/page.tsx'
import { MappingForm } from './mapping/mapping-form.tsx'
import { batchQuery } from './queries.ts'
import { useImportsWords } from './words.ts'

const route = getRouteApi('/shell/imports/$id/columns')

export function ImportColumnsPage() {
  const words = useImportsWords()
  const { id } = route.useParams()
  const batch = useQuery(batchQuery(id))
  const trail = (
    <Link to="/imports/$id" params={{ id }}>
      {batch.data?.fileName ?? words.preview}
    </Link>
  )
  return (
    <Page title={words.mapping} lead={words.mappingLead} trail={trail}>
      <Answer query={batch}>{(found) => <MappingForm batch={found} />}</Answer>
    </Page>
  )
}
