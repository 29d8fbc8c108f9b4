import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Ground, grantGrounds } from '#modules/volunteering/bank/codes/index.ts'
import { needKinds } from '#modules/volunteering/codes/index.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useSay } from '../../ui/language/language.ts'
import { usePunctuation } from '../../ui/language/punctuation.ts'
import { Facts } from '../../ui/page/facts.tsx'
import { Section } from '../../ui/page/section.tsx'
import { RuleDialog } from './acts/rule-dialog.tsx'
import { BankPage } from './parts/bank-page.tsx'
import { type Rule, rulesQuery } from './queries.ts'
import { useBankWords } from './words.ts'

const GROUNDS = Object.keys(grantGrounds) as Ground[] // the keys of a closed record

export function RulesPage() {
  const words = useBankWords()
  const rules = useQuery(rulesQuery)
  const [isSetting, setSetting] = useState(false)
  const inForce = rules.data?.items.find(({ standing }) => standing === 'in_force')
  const set = (
    <Button type="primary" onClick={() => setSetting(true)} disabled={!inForce}>
      {words.setRule}
    </Button>
  )
  return (
    <BankPage part="rules" actions={set}>
      <Answer query={rules}>
        {({ items }) => (
          <>
            {items.map((rule) => (
              <RuleCard key={rule.fromOn} rule={rule} />
            ))}
          </>
        )}
      </Answer>
      {isSetting && inForce ? <RuleDialog from={inForce} onClose={() => setSetting(false)} /> : null}
    </BankPage>
  )
}

function RuleCard({ rule }: { rule: Rule }) {
  const words = useBankWords()
  const say = useSay()
  const { clauses } = usePunctuation()
  const cap = (value: number | null) => value ?? words.noLimit
  const time = (minutes: number | null) => (minutes === null ? words.noLimit : words.hours(minutes))
  const nameOf = (kind: string) => {
    const known = Object.entries(needKinds).find(([key]) => key === kind)?.[1]
    return known ? say(known) : kind
  }
  const grants = GROUNDS.flatMap((ground) => {
    const from = rule.grantAges[ground]
    return from ? [words.grantFrom(say(grantGrounds[ground]), from)] : []
  })
  const others = Object.entries(rule.rates).filter(([kind]) => kind !== '*')
  return (
    <Section
      title={rule.id ? `${words.fromOn} ${rule.fromOn}` : words.usual}
      note={rule.note}
      actions={<Mark tone={rule.standing === 'in_force' ? 'good' : 'plain'}>{words.standings[rule.standing]}</Mark>}
    >
      <Facts
        items={[
          { label: words.usualRate, value: rule.rates['*'] },
          { label: words.otherRates, value: clauses(others.map(([kind, rate]) => `${nameOf(kind)} ${rate}`)) },
          { label: words.eventPoints, value: cap(rule.eventPoints) },
          { label: words.monthPoints, value: cap(rule.monthPoints) },
          { label: words.dayHours, value: time(rule.dayMinutes) },
          { label: words.stockHours, value: time(rule.stockMinutes) },
          { label: words.dayRedeemed, value: cap(rule.dayRedeemed) },
          { label: words.codeMinutes, value: rule.codeMinutes },
          { label: words.grantAges, value: clauses(grants) || '—' },
          { label: words.grantYear, value: cap(rule.grantYearPoints) },
          { label: words.secondPerson, value: rule.secondPersonPoints },
        ]}
      />
    </Section>
  )
}
