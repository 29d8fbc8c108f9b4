import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type ConsentKey, consentKeys, purposeOf } from '#modules/people/privacy/registry/index.ts'
import { api } from '../../../../api.ts'
import { Mark } from '../../../../ui/control/mark.tsx'
import { Answer } from '../../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useSay } from '../../../../ui/language/language.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { type Consent, consentsQuery } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { GiveConsent } from './give-consent.tsx'
import css from './person-privacy.module.css'

/** One line for each purpose that needs consent: what it is, whether it was given, and the act. */
export function Consents({ person }: { person: PersonRecord }) {
  const words = usePrivacyWords()
  const consents = useQuery(consentsQuery(person.id))
  return (
    <Section title={words.consents} note={words.consentsNote}>
      <Answer query={consents} lines={5}>
        {({ items, can }) => (
          <ul className={css.consents}>
            {consentKeys.map((key) => (
              <Line
                key={key}
                person={person}
                purpose={key}
                history={items.filter((one) => one.purpose === key)}
                mayRecord={can.record}
              />
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  )
}

type LineProps = { person: PersonRecord; purpose: ConsentKey; history: readonly Consent[]; mayRecord: boolean }

function Line({ person, purpose, history, mayRecord }: LineProps) {
  const words = usePrivacyWords()
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const about = purposeOf(purpose)
  const isLive = history.some((one) => one.withdrawnAt === null)
  const withdraw = useAct(() => api.consents.withdrawConsent({ id: person.id, purpose }), {
    said: words.takenBack,
    refresh: [PEOPLE],
  })
  return (
    <li className={css.consent}>
      <div className={css.about}>
        <div className={css.name}>
          {say(about)} <Mark tone={isLive ? 'good' : 'plain'}>{isLive ? words.live : words.notGiven}</Mark>
        </div>
        {'plain' in about ? <p className={css.plain}>{say(about.plain)}</p> : null}
        {history.map((one) => (
          <Past key={one.id} consent={one} />
        ))}
        <ErrorNotice error={withdraw.error} />
      </div>
      {mayRecord ? (
        <Button
          loading={withdraw.isPending}
          onClick={() => {
            if (isLive) withdraw.mutate()
            else setOpen(true)
          }}
        >
          {isLive ? words.takeBack : words.give}
          <span className="visually-hidden"> {say(about)}</span>
        </Button>
      ) : null}
      {isOpen ? <GiveConsent person={person} purpose={purpose} onClose={() => setOpen(false)} /> : null}
    </li>
  )
}

/** When it was given and how, and when it was withdrawn: nothing of it is ever forgotten. */
function Past({ consent }: { consent: Consent }) {
  const words = usePrivacyWords()
  const { day } = useTimes()
  const by = [words.givers[consent.givenBy], consent.giver].filter(Boolean).join(' ')
  const given = words.consentLine(by, words.ways[consent.way], day(consent.givenAt))
  const parts = [
    given,
    ...(consent.recordedBy ? [words.recorder(consent.recordedBy)] : []),
    ...(consent.withdrawnBy && consent.withdrawnAt
      ? [words.withdrawnLine(words.givers[consent.withdrawnBy], day(consent.withdrawnAt))]
      : []),
  ]
  return <p className={css.past}>{parts.join(' · ')}</p>
}
