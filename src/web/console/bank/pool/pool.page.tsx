import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { grantGrounds } from '#modules/volunteering/bank/codes/index.ts'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useAddress } from '../../../ui/table/use-address.ts'
import { BankPage } from '../parts/bank-page.tsx'
import { Requests } from '../parts/requests.tsx'
import { AskGrant } from './ask-grant.tsx'
import { Grants } from './grants.tsx'
import { Movements } from './movements.tsx'
import { type Pool, poolQuery } from './queries.ts'
import type { PoolSearch } from './search.ts'
import { usePoolWords } from './words.ts'

const route = getRouteApi('/shell/bank/pool')
const OF_THE_POOL = ['grant', 'grant_reversal'] as const

/** What was donated and what it is given for: what the pool holds, what waits, and everything that moved. */
export function PoolPage() {
  const words = usePoolWords()
  const pool = useQuery(poolQuery)
  const address = useAddress(route.useSearch(), route.useNavigate(), ['part'])
  const [isAsking, setAsking] = useState(false)
  const { part = 'grants' } = address.search
  const mayAsk = pool.data?.can.ask
  return (
    <BankPage
      part="pool"
      actions={
        mayAsk ? (
          <Button type="primary" disabled={!pool.data?.free} onClick={() => setAsking(true)}>
            {words.ask}
          </Button>
        ) : null
      }
    >
      <p>{words.lead}</p>
      <Answer query={pool} lines={4}>
        {(held) => <Standing pool={held} />}
      </Answer>
      <Requests only={OF_THE_POOL} />
      <Tabs
        label={words.parts}
        value={part}
        onChange={(next) =>
          address.change({
            part: next === 'movements' ? next : undefined,
            status: undefined,
            personId: undefined,
            month: undefined,
          })
        }
        options={[
          { value: 'grants', label: words.grants },
          { value: 'movements', label: words.movements },
        ]}
      />
      {part === 'movements' ? <Movements address={address} /> : <Grants address={address} />}
      {isAsking && pool.data ? <AskGrant pool={pool.data} onClose={() => setAsking(false)} /> : null}
    </BankPage>
  )
}

function Standing({ pool }: { pool: Pool }) {
  const words = usePoolWords()
  const say = useSay()
  const { sentences } = usePunctuation()
  const rules = pool.grounds.map(({ ground, from }) => words.from(say(grantGrounds[ground]), from))
  // No number without what it is made of.
  const opens = (value: number | string, search: PoolSearch) => (
    <Link to="/bank/pool" search={search}>
      {value}
    </Link>
  )
  return (
    <Section title={words.now}>
      <Facts
        items={[
          { label: words.balance, value: opens(pool.balance, { part: 'movements' }) },
          { label: words.free, value: pool.free },
          { label: words.waiting, value: opens(pool.waiting, { status: 'asked' }) },
          ...(pool.undoable ? [{ label: words.undoable, value: pool.undoable }] : []),
          { label: words.inYear, value: pool.donatedInYear },
          { label: words.outYear, value: pool.grantedInYear },
          { label: words.everIn, value: pool.donated },
          { label: words.everOut, value: pool.granted },
          {
            label: words.people,
            value: opens(words.peopleOf(pool.people), { status: 'given' }),
          },
          { label: words.cap, value: pool.yearPoints ?? words.noLimit },
          { label: words.rule, value: rules.length ? sentences(rules) : words.noGround, wide: true },
        ]}
      />
    </Section>
  )
}
