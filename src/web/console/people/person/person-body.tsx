import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PersonGatherings } from '../../gatherings/of-person/person-gatherings.tsx'
import { useMay } from '../../shell/session/me.ts'
import { PersonAccess } from '../access/person-access.tsx'
import { PersonPrivacy } from '../privacy/person/person-privacy.tsx'
import type { PersonRecord } from '../queries.ts'
import { usePersonWords } from '../words.ts'
import { PersonActs } from './acts/person-acts.tsx'
import { Affiliations } from './affiliations/affiliations.tsx'
import { EditingContext, useEditingState } from './editing.ts'
import { PersonHeader } from './header/person-header.tsx'
import { Trail } from './header/trail.tsx'
import css from './person.module.css'
import { FieldSections } from './sections/field-sections.tsx'
import { Changes } from './story/changes.tsx'
import { Events } from './story/events.tsx'
import { WhoCanSee } from './story/who-can-see.tsx'
import { type PersonTab, personTabs } from './tabs.ts'
import { Ties } from './ties/ties.tsx'

const route = getRouteApi('/shell/people/$id')

/** The page of one person: what one must know at the head, the rest in parts that the address names. */
export function PersonBody({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const may = useMay()
  const { tab = 'record' } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (next: PersonTab) => {
    navigate({ search: { tab: next === 'record' ? undefined : next }, replace: true, resetScroll: false }).catch(
      () => undefined,
    )
  }
  const editing = useEditingState(tab, show)
  return (
    <EditingContext value={editing}>
      <Page title={person.name} trail={<Trail person={person} />} actions={<PersonActs person={person} />}>
        <PersonHeader person={person} />
        <div className={css.tabs}>
          <Tabs
            label={words.parts}
            value={tab}
            onChange={show}
            options={personTabs
              .filter((value) => value !== 'access' || may('access.manage'))
              .map((value) => ({ value, label: words.tabs[value] }))}
          />
        </div>
        <Part tab={tab} person={person} />
      </Page>
    </EditingContext>
  )
}

function Part({ tab, person }: { tab: PersonTab; person: PersonRecord }) {
  switch (tab) {
    case 'record':
      return <FieldSections person={person} />
    case 'ties':
      return <Ties person={person} />
    case 'affiliations':
      return <Affiliations person={person} />
    case 'gatherings':
      return <PersonGatherings id={person.id} />
    case 'access':
      return <PersonAccess person={person} />
    case 'timeline':
      return <Events person={person} />
    case 'changes':
      return <Changes person={person} />
    case 'privacy':
      return <PersonPrivacy person={person} />
    case 'seen':
      return <WhoCanSee person={person} />
  }
}
