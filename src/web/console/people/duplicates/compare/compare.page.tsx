import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useState } from 'react'
import { RecordPage } from '../../../../ui/feedback/record-page.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { type Comparison, comparisonQuery } from '../queries.ts'
import { Reasons } from '../reasons.tsx'
import { Score } from '../score.tsx'
import { useDuplicatesWords } from '../words.ts'
import { AlikeFields } from './alike-fields.tsx'
import css from './compare.module.css'
import { DifferingFields } from './differing-fields.tsx'
import { firstChoice } from './merge-choice.ts'
import { VerdictActs } from './verdict-acts.tsx'
import { WhatStays } from './what-stays.tsx'

const route = getRouteApi('/shell/duplicates/$first/$second')

/** Two records side by side: are they one person, and if so what of each stays. */
export function ComparePage() {
  const { first, second } = route.useParams()
  const comparison = useQuery(comparisonQuery(first, second))
  return (
    <RecordPage query={comparison} lines={12}>
      {(both) => <CompareBody key={`${first} ${second}`} both={both} />}
    </RecordPage>
  )
}

function CompareBody({ both }: { both: Comparison }) {
  const words = useDuplicatesWords()
  const [choice, setChoice] = useState(() => firstChoice(both))
  return (
    <Page
      title={words.compareTitle(both.first.name, both.second.name)}
      trail={<Link to="/duplicates">{words.title}</Link>}
    >
      <Section title={words.likeness} quiet>
        <div className={css.head}>
          <Score score={both.score} />
          <Reasons reasons={both.reasons} />
        </div>
      </Section>
      {both.status === 'different' ? <Alert type="info" showIcon title={words.judgedDifferent} /> : null}
      <DifferingFields both={both} choice={choice} onChoose={setChoice} />
      <WhatStays both={both} />
      <AlikeFields both={both} />
      <VerdictActs both={both} choice={choice} />
    </Page>
  )
}
