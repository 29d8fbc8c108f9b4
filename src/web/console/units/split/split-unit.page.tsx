import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { unitQuery } from '../queries.ts'
import { UnitLink } from '../record/unit-facts.tsx'
import { useUnitsWords } from '../words.ts'
import { SplitForm } from './split-form.tsx'

const route = getRouteApi('/shell/units/$id/split')

export function SplitUnitPage() {
  const words = useUnitsWords()
  const { id } = route.useParams()
  const unit = useQuery(unitQuery(id))
  return (
    <RecordPage query={unit}>
      {(record) => (
        <Page title={words.splitOf(record.name)} lead={words.splitLead} trail={<UnitLink unit={record} />}>
          <SplitForm unit={record} />
        </Page>
      )}
    </RecordPage>
  )
}
