import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { elderKinds, halfDays, postKinds, skills, teamRoles } from '#modules/volunteering/codes/index.ts'
import { api } from '../../api.ts'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Timeline } from '../../ui/page/timeline.tsx'
import { type VolunteerRecord, volunteerQuery } from '../teams/queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { VolunteerForm } from './volunteer-form.tsx'
import { useVolunteersWords } from './words.ts'

const route = getRouteApi('/shell/volunteers/$personId')

export function VolunteerPage() {
  const { personId } = route.useParams()
  const volunteer = useQuery(volunteerQuery(personId))
  return <RecordPage query={volunteer}>{(one) => <VolunteerBody key={one.personId} one={one} />}</RecordPage>
}

function VolunteerBody({ one }: { one: VolunteerRecord }) {
  const words = useVolunteersWords()
  const [act, setAct] = useState<'change' | 'leave' | null>(null)
  const close = () => setAct(null)
  const acts = one.can.change ? (
    <>
      <Button danger onClick={() => setAct('leave')}>
        {words.leave}
      </Button>
      <Button onClick={() => setAct('change')}>{words.change}</Button>
    </>
  ) : null
  return (
    <Page
      title={one.name}
      trail={<Link to="/volunteers">{words.title}</Link>}
      lead={
        <>
          {one.number} {one.leftOn ? <Mark tone="bad">{words.leftOn(one.leftOn)}</Mark> : null}
        </>
      }
      actions={acts}
    >
      <VolunteerFacts one={one} />
      <Around one={one} />
      {act === 'change' ? <VolunteerForm volunteer={one} onClose={close} /> : null}
      {act === 'leave' ? (
        <ReasonDialog
          title={words.leaveOf(one.name)}
          hint={words.leaveHint}
          label={words.reason}
          submit={words.leave}
          said={words.left}
          send={(reason) => api.volunteers.leaveVolunteering({ personId: one.personId, reason })}
          onClose={close}
        />
      ) : null}
    </Page>
  )
}

function VolunteerFacts({ one }: { one: VolunteerRecord }) {
  const words = useVolunteersWords()
  const say = useSay()
  const { enumerate } = usePunctuation()
  const times = one.times.flatMap((key) => halfDays.get(key) ?? []).map(say)
  const teams = one.teams.map(({ id, name, role }) => (
    <span key={id}>
      <Link to="/teams/$id" params={{ id }}>
        {name}
      </Link>{' '}
      {say(teamRoles[role])}{' '}
    </span>
  ))
  return (
    <Section title={words.facts}>
      <Facts
        items={[
          { label: words.skill, value: enumerate(one.skills.map((s) => say(skills[s]))) },
          { label: words.times, value: enumerate(times) },
          { label: words.weekMost, value: one.weekMinutes / 60 },
          { label: words.elderKind, value: one.elderKind && say(elderKinds[one.elderKind]) },
          { label: words.community, value: one.community },
          { label: words.age, value: one.age === null ? null : words.years(one.age) },
          { label: words.since, value: one.sinceOn },
          { label: words.teams, value: teams.length ? teams : null, wide: true },
          { label: words.note, value: one.note, wide: true },
          { label: words.person, value: <HrefLink href={`/people/${one.personId}`}>{words.record}</HrefLink> },
        ]}
      />
    </Section>
  )
}

const postNames: Record<string, { zh: string; en: string }> = postKinds

function Around({ one }: { one: VolunteerRecord }) {
  const words = useVolunteersWords()
  const say = useSay()
  return (
    <>
      <Section title={words.posts}>
        <Timeline
          empty={words.noPosts}
          items={one.posts.map((post) => ({
            id: post.id,
            when: post.sinceOn,
            what: (
              <Link to="/posts/$id" params={{ id: post.id }}>
                {post.place}
              </Link>
            ),
            more: postNames[post.kind] ? say(postNames[post.kind] ?? { zh: '', en: '' }) : null,
          }))}
        />
      </Section>
      <Section title={words.training}>
        <Timeline
          empty={words.noTraining}
          items={one.training.map((held) => ({
            id: held.id,
            when: held.heldOn,
            what: (
              <Link to="/training/$id" params={{ id: held.id }}>
                {held.title}
              </Link>
            ),
            more: `${words.minutes(held.minutes)} · ${words.results[held.result] ?? ''}`,
          }))}
        />
      </Section>
    </>
  )
}
