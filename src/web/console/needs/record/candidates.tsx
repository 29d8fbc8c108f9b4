import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { candidatesQuery, type Candidates as Found, NEEDS, type NeedRecord } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import css from './candidates.module.css'
import { type Chosen, SendWithConsent } from './send-with-consent.tsx'

/** Who could help, each with the reasons; the clerk decides. */
export function Candidates({ need }: { need: NeedRecord }) {
  const words = useNeedsWords()
  const found = useQuery(candidatesQuery(need.id))
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (window.location.hash === '#candidates') top.current?.scrollIntoView()
  }, [])
  const send = useAct((chosen: Chosen) => api.needs.matchNeed({ id: need.id, ...chosen }), {
    said: words.sent,
    refresh: [NEEDS],
  })
  const { error, variables: chosen } = send
  const askingCare = error instanceof Refused && error.code === 'needs.consent_needed' ? error : null
  return (
    <div ref={top} id="candidates">
      <Section title={words.candidates} {...(found.data ? { note: words.candidatesNote(found.data.considered) } : {})}>
        {askingCare && chosen ? (
          <SendWithConsent need={need} chosen={chosen} refused={askingCare} onClose={send.reset} />
        ) : (
          <ErrorNotice error={error} />
        )}
        <Answer query={found} lines={6}>
          {(answer) => (
            <Lists found={answer} need={need} isSending={send.isPending} onSend={(one) => send.mutate(one)} />
          )}
        </Answer>
      </Section>
    </div>
  )
}

type ListsProps = { found: Found; need: NeedRecord; isSending: boolean; onSend: (chosen: Chosen) => void }

function Lists({ found, need, isSending, onSend }: ListsProps) {
  const words = useNeedsWords()
  const { people, teams } = found
  if (!people.length && !teams.length) return <EmptyState title={words.noCandidates} hint={words.noCandidatesHint} />
  return (
    <>
      <h3 className={css.heading}>{words.people}</h3>
      <ul className={css.list}>
        {people.map(({ personId, name, age, community, reasons }) => (
          <li key={personId} className={css.one}>
            <div className={css.who}>
              <HrefLink href={`/volunteers/${personId}`}>{name}</HrefLink>{' '}
              <span className={css.soft}>
                {[age === null ? null : words.years(age), community].filter(Boolean).join(' · ')}
              </span>
              <Reasons reasons={reasons ?? []} />
            </div>
            <Button disabled={isSending || need.helperId === personId} onClick={() => onSend({ helperId: personId })}>
              {words.send}
            </Button>
          </li>
        ))}
      </ul>
      <h3 className={css.heading}>{words.teams}</h3>
      <ul className={css.list}>
        {teams.map(({ id, name, leader, reasons }) => (
          <li key={id} className={css.one}>
            <div className={css.who}>
              <HrefLink href={`/teams/${id}`}>{name}</HrefLink>{' '}
              <span className={css.soft}>{leader ? words.leader(leader) : ''}</span>
              <Reasons reasons={reasons} />
            </div>
            <Button disabled={isSending || need.teamId === id} onClick={() => onSend({ teamId: id })}>
              {words.sendTeam}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

const TONES = { for: 'good', against: 'doubtful', note: 'plain' } as const

function Reasons({ reasons }: { reasons: Found['teams'][number]['reasons'] }) {
  const words = useNeedsWords()
  const say = useSay()
  return (
    <ul className={css.reasons}>
      {reasons.map((reason) => (
        <li key={reason.en}>
          <span className="visually-hidden">{words.speaks[reason.speaks]}</span>
          <Mark tone={TONES[reason.speaks]}>{say(reason)}</Mark>
        </li>
      ))}
    </ul>
  )
}
