import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Mark } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { LongTable } from '../../../ui/table/paged-table.tsx'
import { useMay } from '../../shell/session/me.ts'
import { type GatheringRecord, type SignUpLine, signUpsQuery } from '../queries.ts'
import { TakeList } from '../signing/take-list.tsx'
import { useGatheringWords } from '../words.ts'
import { Invite } from './invite.tsx'
import css from './record.module.css'
import { SignUpActs } from './sign-up-acts.tsx'
import { SignUpSomebody } from './sign-up-somebody.tsx'

/** Who has a place, who waits and who is invited, in that order. */
export function SignUps({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  const list = useQuery(signUpsQuery(record.id))
  const columns = useColumns(record)
  const [open, setOpen] = useState<'sign-up' | 'invite' | null>(null)
  const close = () => setOpen(null)
  const may = useMay()
  const mayAct = record.can.signUp && record.signUp !== 'none'
  const lists = may('gatherings.sign_up') ? <TakeList id={record.id} /> : null
  const acts = mayAct ? (
    <>
      {lists}
      {record.can.change ? <Button onClick={() => setOpen('invite')}>{words.invite}</Button> : null}
      <Button type="primary" onClick={() => setOpen('sign-up')}>
        {words.signUpSomebody}
      </Button>
    </>
  ) : (
    lists
  )
  return (
    <Section title={words.people} note={words.taken(record.taken, record.capacity)} actions={acts} flush>
      <Answer query={list} lines={5}>
        {({ items, others }) => (
          <>
            <LongTable
              label={words.people}
              columns={columns}
              rows={items}
              rowKey={(one) => one.id}
              empty={others ? <span /> : <EmptyState title={words.nobody} />}
            />
            {others ? <p className={css.note}>{words.others(others)}</p> : null}
          </>
        )}
      </Answer>
      {open === 'sign-up' ? <SignUpSomebody record={record} onClose={close} /> : null}
      {open === 'invite' ? <Invite record={record} onClose={close} /> : null}
    </Section>
  )
}

function useColumns(record: GatheringRecord): Column<SignUpLine>[] {
  const words = useGatheringWords()
  const kit = useKitWords()
  const times = useTimes()
  return [
    {
      key: 'name',
      title: words.name,
      render: (one) => (
        <Link to="/people/$id" params={{ id: one.personId }}>
          {one.name}
        </Link>
      ),
    },
    { key: 'community', title: words.community, render: (one) => one.community },
    { key: 'age', title: words.age, render: (one) => one.age },
    { key: 'status', title: words.status, render: (one) => <Standing one={one} /> },
    { key: 'strength', title: words.strength, render: (one) => <StrengthCell one={one} /> },
    { key: 'asked', title: words.asked, render: (one) => times.minute(one.askedAt) },
    {
      key: 'by',
      title: words.by,
      render: (one) => (
        <>
          {one.by}
          <span className={css.sub}>{words.onBehalf[one.onBehalf]}</span>
        </>
      ),
    },
    ...(record.can.signUp
      ? [{ key: 'acts', title: kit.acts, render: (one: SignUpLine) => <SignUpActs record={record} one={one} /> }]
      : []),
  ]
}

function Standing({ one }: { one: SignUpLine }) {
  const words = useGatheringWords()
  const times = useTimes()
  const tone = { in: 'good', offered: 'doubtful', waiting: 'plain', invited: 'brand' } as const
  return (
    <>
      <Mark tone={tone[one.status]}>{words.statuses[one.status]}</Mark>
      {one.offeredUntil ? <span className={css.sub}>{words.answerBy(times.minute(one.offeredUntil))}</span> : null}
    </>
  )
}

function StrengthCell({ one }: { one: SignUpLine }) {
  const words = useGatheringWords()
  if (one.status === 'invited') return null
  return (
    <>
      {words.judged[one.strength]}
      {one.isWaitingForWord ? (
        <span className={css.sub}>
          <Mark tone="doubtful">{one.strength === 'refuse' ? words.talkFirst : words.waitsForWord}</Mark>
        </span>
      ) : null}
      {one.companion ? (
        <span className={css.sub}>
          {one.consentBy ? `${words.consents[one.consentBy]} · ` : ''}
          {words.withWhom(one.companion)}
        </span>
      ) : null}
    </>
  )
}
