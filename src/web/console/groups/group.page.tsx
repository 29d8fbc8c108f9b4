import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { filingWords, kindWords } from '#modules/activities/groups/rules.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { GroupActs } from './acts/group-acts.tsx'
import { type GroupRecord, groupQuery } from './queries.ts'
import { GroupGatherings } from './record/group-gatherings.tsx'
import { Members } from './record/members.tsx'
import { Officers } from './record/officers.tsx'
import { useGroupWords } from './words.ts'

const route = getRouteApi('/shell/groups/$id')

export function GroupPage() {
  const { id } = route.useParams()
  const group = useQuery(groupQuery(id))
  return <RecordPage query={group}>{(record) => <GroupBody key={record.id} group={record} />}</RecordPage>
}

function GroupBody({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const say = useSay()
  return (
    <Page
      title={group.name}
      trail={<Link to="/groups">{words.title}</Link>}
      lead={
        <>
          <Mark>{say(kindWords[group.kind])}</Mark> <Mark>{say(filingWords[group.filing])}</Mark>{' '}
          {group.closedOn ? <Mark tone="bad">{words.dissolvedOn(group.closedOn, group.reason ?? '')}</Mark> : null}
        </>
      }
      actions={<GroupActs group={group} />}
    >
      <About group={group} />
      <Officers group={group} />
      <Members group={group} />
      <GroupGatherings group={group} />
    </Page>
  )
}

function About({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const { enumerate } = usePunctuation()
  return (
    <Section title={words.facts}>
      <Facts
        items={[
          { label: words.members, value: words.people2(group.members) },
          { label: words.place, value: group.place },
          { label: words.site, value: group.site },
          { label: words.interests, value: enumerate(group.interests) },
          { label: words.foundedOn, value: group.foundedOn },
          { label: words.filingNo, value: group.filingNo },
          { label: words.unit, value: group.unit },
          { label: words.purpose, value: group.purpose, wide: true },
          { label: words.charter, value: group.charter ? <Charter text={group.charter} /> : null, wide: true },
        ]}
      />
    </Section>
  )
}

function Charter({ text }: { text: string }) {
  return <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
}
