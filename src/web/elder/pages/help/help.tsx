import type { contract } from '#modules/volunteering/own/contract.ts'
import type { contract as turns } from '#modules/volunteering/own/turns/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct, useAsk } from '../../../light/ask.ts'
import { lengthOf, whenOf } from '../../../light/dates.ts'
import { Shown } from '../../kit/asked.tsx'
import { Link } from '../../kit/link.tsx'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellDone, useDone } from '../../shell/done.ts'
import { useLang } from '../../shell/settings.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import { OwnPage } from '../own-page.tsx'
import { Check } from './check.tsx'
import { Helped } from './helped.tsx'
import { Asked, Offers } from './swaps.tsx'
import { ToDecide } from './to-decide.tsx'

type Shift = Answered<typeof contract.myShifts>['mine'][number]
type Swap = Answered<typeof turns.mySwaps>['mine'][number]

export function HelpPage() {
  const { help: words } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const done = useDone()
  const asked = useAsk(`shifts ${personId} ${done?.words ?? ''}`, async () => ({
    ...(await api.own.myShifts({ personId })),
    swaps: await api.turns.mySwaps({ personId }),
    waiting: (await api.turns.swapsToDecide({ personId })).items,
  }))
  return (
    <OwnPage title={words.title}>
      <Shown asked={asked}>
        {({ isVolunteer, stars, minutes, mine, open, helped, swaps, waiting }) => (
          <>
            {isVolunteer ? (
              minutes > 0 && <p>{words.soFar(lengthOf(minutes, lang), stars)}</p>
            ) : (
              <p className="card notice">{words.notYet}</p>
            )}
            <ToDecide waiting={waiting} />
            <Offers offered={swaps.offered} />
            <h2>{words.mine}</h2>
            <Shifts shifts={mine} none={words.none} isVolunteer={isVolunteer} swaps={swaps.mine} />
            <h2>{words.open}</h2>
            <Shifts
              shifts={open.filter(({ id }) => !swaps.offered.some(({ shiftId }) => shiftId === id))}
              none={words.noneOpen}
              isVolunteer={isVolunteer}
            />
            <Helped helped={helped} />
          </>
        )}
      </Shown>
    </OwnPage>
  )
}

type ShiftsProps = { shifts: readonly Shift[]; none: string; isVolunteer: boolean; swaps?: readonly Swap[] }

function Shifts({ shifts, none, isVolunteer, swaps = [] }: ShiftsProps) {
  if (shifts.length === 0) return <p>{none}</p>
  return (
    <ul>
      {shifts.map((shift) => (
        <ShiftCard
          key={shift.id}
          shift={shift}
          isVolunteer={isVolunteer}
          swap={swaps.find(({ shiftId }) => shiftId === shift.id)}
        />
      ))}
    </ul>
  )
}

type CardProps = { shift: Shift; isVolunteer: boolean; swap: Swap | undefined }

function ShiftCard({ shift, isVolunteer, swap }: CardProps) {
  const { help: words, gatherings } = useWords()
  const lang = useLang()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const { id, title, turn, free, can } = shift
  const claim = async () => {
    const { status } = await api.own.claimMyTurn({ personId, id })
    tellDone(status === 'claimed' ? words.claimed(title) : words.queued(title), giveUp)
  }
  const giveUp = async () => {
    await api.own.giveUpMyTurn({ personId, id })
    tellDone(words.gaveUp(title), claim)
  }
  return (
    <li className="card stack">
      <p>
        <strong>{title}</strong>
        {whenOf(shift.startsAt, lang)}
        <br />
        {shift.where}
        <br />
        {turn ? <b>{words.state[turn]}</b> : free === null ? null : words.free(free)}
      </p>
      {shift.wordAt ? <Link to={`/gatherings/${shift.wordAt}`}>{gatherings.word.waits}</Link> : null}
      {turn === null && isVolunteer ? (
        <button type="button" className="main" disabled={isBusy} onClick={() => act(claim)}>
          {words.claim}
        </button>
      ) : null}
      {can.checkIn || can.checkOut ? <Check key={turn} shift={shift} /> : null}
      {turn === 'started' && !can.checkOut ? <p className="notice">{words.tooLateOut}</p> : null}
      {swap ? <Asked swap={swap} /> : null}
      {can.swap && !swap ? <Link to={`/help/${id}/swap`}>{words.swap}</Link> : null}
      {turn === 'claimed' || turn === 'waiting' ? (
        <button type="button" disabled={isBusy} onClick={() => act(giveUp)}>
          {words.giveUp}
        </button>
      ) : null}
      <Wrong words={wrong} />
    </li>
  )
}
