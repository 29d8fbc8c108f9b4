import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { intensities } from '#modules/gatherings/codes/index.ts'
import { askers, channels, needKinds, needStates, urgencies } from '#modules/volunteering/codes/index.ts'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { Mark } from '../../ui/control/mark.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useTimes } from '../../ui/language/times.ts'
import { type Fact, Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Timeline } from '../../ui/page/timeline.tsx'
import { actsOf } from './acts/acts.ts'
import { ClassifyNeed } from './acts/classify-need.tsx'
import { useNeedAct } from './acts/use-need-act.tsx'
import { stateTone } from './board/need-table.tsx'
import { type NeedRecord, needQuery } from './queries.ts'
import { Candidates } from './record/candidates.tsx'
import { useNeedsWords } from './words.ts'

const route = getRouteApi('/shell/needs/$id')

export function NeedPage() {
  const { id } = route.useParams()
  const need = useQuery(needQuery(id))
  return <RecordPage query={need}>{(record) => <NeedBody key={record.id} need={record} />}</RecordPage>
}

function NeedBody({ need }: { need: NeedRecord }) {
  const words = useNeedsWords()
  const say = useSay()
  const times = useTimes()
  const facts = useNeedFacts(need)
  const { begin, around } = useNeedAct()
  const [isChanging, setChanging] = useState(false)
  const acts = actsOf(need).filter((act) => act !== 'match')
  return (
    <Page
      title={`${say(needKinds[need.kind])} · ${need.name ?? words.forHouse}`}
      trail={<Link to="/needs">{words.title}</Link>}
      lead={
        <>
          <Mark tone={stateTone[need.status]}>{say(needStates[need.status])}</Mark>{' '}
          <Mark tone={need.urgency === 'today' ? 'bad' : 'plain'}>{say(urgencies[need.urgency])}</Mark>{' '}
          {need.isOverdue ? <Mark tone="bad">{words.overdueSince(times.day(need.dueAt))}</Mark> : null} {need.number}
        </>
      }
      actions={
        <>
          {acts.filter(isEnding).map((act) => (
            <Button key={act} danger onClick={() => begin(need, act)}>
              {words.acts[act]}
            </Button>
          ))}
          {need.canChange ? <Button onClick={() => setChanging(true)}>{words.classify}</Button> : null}
          {acts
            .filter((act) => !isEnding(act))
            .toReversed()
            .map((act) => (
              <Button key={act} type={isForward(act) ? 'primary' : 'default'} onClick={() => begin(need, act)}>
                {words.acts[act]}
              </Button>
            ))}
        </>
      }
    >
      {around}
      <Section title={words.facts}>
        <Facts items={facts} />
      </Section>
      {need.can.match ? <Candidates need={need} /> : null}
      <Section title={words.steps}>
        <Timeline
          empty=""
          items={need.steps.toReversed().map((step) => ({
            id: step.id,
            when: times.minute(step.at),
            what: `${words.acts[step.act] ?? step.act} → ${say(needStates[step.toStatus])}`,
            more: [step.helper ?? step.team, step.by].filter(Boolean).join(' · '),
            note: step.note,
          }))}
        />
      </Section>
      {isChanging ? <ClassifyNeed need={need} onClose={() => setChanging(false)} /> : null}
    </Page>
  )
}

const FORWARD: readonly string[] = ['accept', 'begin', 'serve', 'close']
const isForward = (act: string) => FORWARD.includes(act)
const isEnding = (act: string) => act === 'decline' || act === 'withdraw'

function useNeedFacts(need: NeedRecord): Fact[] {
  const words = useNeedsWords()
  const say = useSay()
  const times = useTimes()
  const person = need.personId ? <HrefLink href={`/people/${need.personId}`}>{need.name}</HrefLink> : words.forHouse
  const effort = say(intensities[need.intensity as keyof typeof intensities]) // the column's check allows 1 to 4
  const helper = need.helperId ? (
    <HrefLink href={`/volunteers/${need.helperId}`}>{need.helper}</HrefLink>
  ) : need.teamId ? (
    <HrefLink href={`/teams/${need.teamId}`}>{need.team}</HrefLink>
  ) : (
    words.nobody
  )
  return [
    { label: words.words, value: need.words ?? words.hidden, wide: true },
    { label: words.person, value: person },
    {
      label: words.place,
      value: need.community && need.community !== need.place ? `${need.community} · ${need.place}` : need.place,
    },
    { label: words.helper, value: helper },
    { label: words.shift, value: need.shiftId || need.can.match ? <ShiftLink need={need} /> : null },
    { label: words.wishedOn, value: need.wishedOn },
    { label: words.intensity, value: `${effort} · ${words.minutesOf(need.minutes)}` },
    { label: words.channel, value: say(channels[need.channel]) },
    { label: words.onBehalf, value: [say(askers[need.onBehalf]), need.asker].filter(Boolean).join(' · ') },
    { label: words.raisedAt, value: times.minute(need.raisedAt) },
    { label: words.raisedBy, value: need.raisedBy },
    { label: words.dueAt, value: times.minute(need.dueAt) },
    { label: words.satisfaction, value: need.satisfaction === null ? null : words.stars[need.satisfaction - 1] },
    { label: words.endedAt, value: need.endedAt && times.minute(need.endedAt) },
  ]
}

/** The shift that serves the need; where there is none yet, the page that publishes one, with what the need says. */
function ShiftLink({ need }: { need: NeedRecord }) {
  const words = useNeedsWords()
  if (need.shiftId) return <HrefLink href={`/shifts/${need.shiftId}`}>{words.openShift}</HrefLink>
  return <HrefLink href={`/shifts?needId=${need.id}`}>{words.publishShift}</HrefLink>
}
