import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { needKinds, teamKinds } from '#modules/volunteering/codes/index.ts'
import { api } from '../../api.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { AddressesButton } from '../gatherings/addresses/addresses-dialog.tsx'
import { ReasonDialog } from '../volunteers/reason-dialog.tsx'
import { JoinTeam } from './acts/join-team.tsx'
import { TeamForm } from './acts/team-form.tsx'
import { type TeamRecord, teamQuery } from './queries.ts'
import { TeamsBelow, TeamTraining } from './record/below.tsx'
import { FormerMembers, MemberTable } from './record/members.tsx'
import { useTeamsWords } from './words.ts'

const route = getRouteApi('/shell/teams/$id')

export function TeamPage() {
  const { id } = route.useParams()
  const team = useQuery(teamQuery(id))
  return <RecordPage query={team}>{(record) => <TeamBody key={record.id} team={record} />}</RecordPage>
}

type Act = 'change' | 'join' | 'dissolve'

function TeamBody({ team }: { team: TeamRecord }) {
  const words = useTeamsWords()
  const say = useSay()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const acts = team.can.change ? (
    <>
      <Button danger onClick={() => setAct('dissolve')}>
        {words.dissolve}
      </Button>
      <Button onClick={() => setAct('change')}>{words.change}</Button>
      <Button type="primary" onClick={() => setAct('join')}>
        {words.join}
      </Button>
    </>
  ) : null
  return (
    <Page
      title={team.name}
      trail={<Link to="/teams">{words.title}</Link>}
      lead={
        <>
          <Mark tone="brand">{say(teamKinds[team.kind])}</Mark>{' '}
          {team.dissolvedOn ? <Mark tone="bad">{words.dissolvedOn(team.dissolvedOn)}</Mark> : null}
        </>
      }
      actions={
        <>
          {team.dissolvedOn ? null : <AddressesButton subject={{ of: 'team', subject: team.id }} />}
          {acts}
        </>
      }
    >
      <TeamFacts team={team} />
      <Section
        title={`${team.kind === 'corps' ? words.ownMembers : words.members} · ${words.membersCount(team.members.length + team.others)}`}
        {...(team.others ? { note: words.othersNote(team.others) } : {})}
        flush
      >
        <MemberTable team={team} />
      </Section>
      {team.kind === 'corps' ? <TeamsBelow id={team.id} /> : null}
      <TeamTraining id={team.id} />
      {team.former.length ? <FormerMembers members={team.former} /> : null}
      {act === 'change' ? <TeamForm team={team} onClose={close} /> : null}
      {act === 'join' ? <JoinTeam id={team.id} onClose={close} /> : null}
      {act === 'dissolve' ? (
        <ReasonDialog
          title={words.dissolveOf(team.name)}
          hint={words.dissolveHint}
          label={words.reason}
          submit={words.dissolve}
          said={words.dissolved}
          send={(reason) => api.teams.dissolveTeam({ id: team.id, reason })}
          onClose={close}
        />
      ) : null}
    </Page>
  )
}

function TeamFacts({ team }: { team: TeamRecord }) {
  const words = useTeamsWords()
  const say = useSay()
  const { enumerate } = usePunctuation()
  const parent = team.parentId ? (
    <Link to="/teams/$id" params={{ id: team.parentId }}>
      {team.parent}
    </Link>
  ) : null
  const needs = team.needs ? (
    <Link to="/needs" search={{ view: 'list', teamId: team.id }}>
      {team.needs}
    </Link>
  ) : (
    0
  )
  return (
    <Section title={words.facts}>
      <Facts
        items={[
          { label: words.purpose, value: team.purpose, wide: true },
          { label: words.leader, value: team.leader ?? words.noLeader },
          { label: words.place, value: team.place },
          { label: words.fields, value: enumerate(team.fields.map((one) => say(needKinds[one]))) },
          { label: words.parent, value: parent },
          { label: words.unit, value: team.unit },
          { label: words.needsInHand, value: needs },
          { label: words.foundedOn, value: team.foundedOn },
        ]}
      />
    </Section>
  )
}
