import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { kindWords, natureWords } from '#modules/units/words.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { Page } from '../../ui/page/page.tsx'
import { UnitActs } from './acts/unit-acts.tsx'
import { type UnitRecord, unitQuery } from './queries.ts'
import { UnitContacts } from './record/unit-contacts.tsx'
import { UnitEvents } from './record/unit-events.tsx'
import { UnitFactsSection } from './record/unit-facts.tsx'
import { UnitFamily } from './record/unit-family.tsx'
import { UnitNames } from './record/unit-names.tsx'
import { useUnitsWords } from './words.ts'

const route = getRouteApi('/shell/units/$id')

export function UnitPage() {
  const { id } = route.useParams()
  const unit = useQuery(unitQuery(id))
  return <RecordPage query={unit}>{(record) => <UnitBody key={record.id} unit={record} />}</RecordPage>
}

function UnitBody({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const say = useSay()
  return (
    <Page
      title={unit.name}
      trail={<Link to="/units">{words.title}</Link>}
      lead={
        <>
          <Mark>{say(kindWords[unit.kind])}</Mark> {unit.nature ? <Mark>{say(natureWords[unit.nature])}</Mark> : null}{' '}
          {unit.isVertical ? <Mark>{words.vertical}</Mark> : null}{' '}
          {unit.closedOn ? <Mark tone="bad">{words.closedOn(unit.closedOn)}</Mark> : null}
        </>
      }
      actions={<UnitActs unit={unit} />}
    >
      <UnitFactsSection unit={unit} />
      <UnitNames unit={unit} />
      <UnitContacts unit={unit} />
      <UnitFamily unit={unit} />
      <UnitEvents unit={unit} />
    </Page>
  )
}
