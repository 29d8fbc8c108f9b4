import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { sectionWords } from '#modules/people/fields/catalogue.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Decision } from './correction/decision.tsx'
import { EvidenceLink } from './correction/evidence-link.tsx'
import { NumberFacts } from './correction/number-facts.tsx'
import { Wanted } from './correction/wanted.tsx'
import { correctionTones } from './lists/correction-list.tsx'
import { type CorrectionRead, correctionQuery } from './queries.ts'
import { usePrivacyWords } from './words.ts'

const route = getRouteApi('/shell/privacy/corrections/$id')

/** One request for correction: what stands there, what is asked for, on what evidence, and the decision. */
export function CorrectionPage() {
  const { id } = route.useParams()
  const found = useQuery(correctionQuery(id))
  return (
    <Answer query={found} lines={8}>
      {(correction) => <Body correction={correction} />}
    </Answer>
  )
}

function Body({ correction }: { correction: CorrectionRead }) {
  const words = usePrivacyWords()
  const say = useSay()
  const { minute } = useTimes()
  const { name, status, personId, asker, askedBy, requestedBy, requestedAt, decidedBy, decidedAt } = correction
  const title = words.correctionOf(name ?? words.outside)
  const asked = [words.askedBy[askedBy], asker].filter(Boolean).join(' · ')
  return (
    <Page
      title={title}
      trail={
        <Link to="/privacy" search={{}}>
          {words.backToList}
        </Link>
      }
    >
      <Section title={say(sectionWords[correction.section])}>
        <Facts
          items={[
            {
              label: words.person,
              value:
                name === null ? (
                  words.outside
                ) : (
                  <Link to="/people/$id" params={{ id: personId }} search={{}}>
                    {name}
                  </Link>
                ),
            },
            { label: words.state, value: <Mark tone={correctionTones[status]}>{words.correctionStates[status]}</Mark> },
            { label: words.asked, value: asked },
            { label: words.recordedBy, value: words.settledBy(requestedBy, minute(requestedAt)) },
            { label: words.reason, value: correction.reason, wide: true },
            { label: words.evidence, value: <EvidenceLink correction={correction} /> },
            ...(decidedAt ? [{ label: words.decided, value: words.settledBy(decidedBy, minute(decidedAt)) }] : []),
            ...(correction.decision ? [{ label: words.decision, value: correction.decision, wide: true }] : []),
          ]}
        />
        <Wanted correction={correction} />
        <NumberFacts number={correction.number} />
        <Decision correction={correction} />
      </Section>
    </Page>
  )
}
