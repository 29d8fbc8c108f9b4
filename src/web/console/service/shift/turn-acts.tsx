import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { GiveWord } from '../../gatherings/record/give-word.tsx'
import type { ShiftRecord, Turn } from '../queries.ts'
import css from '../service.module.css'
import { useShiftWords } from '../words.ts'
import { CheckTurn, TakeBack } from './check-turn.tsx'
import { ConfirmTurn, RefuseTurn } from './confirm-turn.tsx'
import { EnterLate } from './enter-late.tsx'
import { Once } from './once.tsx'
import { OfferTurn, SwapActs } from './swaps/swap-acts.tsx'

type Open = 'word' | 'in' | 'back' | 'out' | 'swap' | 'confirm' | 'refuse' | 'late'

/** What can be done with a turn now: the server says it, the buttons follow. */
export function TurnActs({ record, turn }: { record: ShiftRecord; turn: Turn }) {
  const words = useShiftWords()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const may = (act: Turn['can'][number]) => turn.can.includes(act)
  const button = (act: Turn['can'][number], label: string, opens: Open) =>
    may(act) ? (
      <Button size="small" onClick={() => setOpen(opens)} aria-label={`${label} · ${turn.name}`}>
        {label}
      </Button>
    ) : null
  return (
    <div className={css.acts}>
      {turn.status === 'waiting' && turn.isOffered ? <Take record={record} turn={turn} /> : null}
      {turn.judgedAgain === 'consent' && turn.signUpId && !turn.isMasked ? (
        <Button size="small" onClick={() => setOpen('word')} aria-label={`${words.giveWord} · ${turn.name}`}>
          {words.giveWord}
        </Button>
      ) : null}
      {button('checkIn', words.checkIn, 'in')}
      {button('takeBack', words.takeBack, 'back')}
      {button('checkOut', words.checkOut, 'out')}
      {record.can.enterLate && ['claimed', 'started'].includes(turn.status) ? (
        <Button size="small" onClick={() => setOpen('late')} aria-label={`${words.late} · ${turn.name}`}>
          {words.late}
        </Button>
      ) : null}
      {button('confirm', words.confirm, 'confirm')}
      {may('approve') ? <Approve turn={turn} /> : null}
      {button('refuse', words.refuse, 'refuse')}
      {turn.swap ? <SwapActs record={record} turn={turn} /> : button('swap', words.swap, 'swap')}
      {may('cancel') ? <GiveUp record={record} turn={turn} /> : null}
      {may('miss') ? <Miss record={record} turn={turn} /> : null}
      {open === 'in' || open === 'out' ? <CheckTurn turn={turn} which={open} onClose={close} /> : null}
      {open === 'back' ? <TakeBack turn={turn} onClose={close} /> : null}
      {open === 'word' && turn.signUpId ? (
        <GiveWord gatheringId={record.gatheringId} signUp={{ id: turn.signUpId, name: turn.name }} onClose={close} />
      ) : null}
      {open === 'swap' ? <OfferTurn turn={turn} onClose={close} /> : null}
      {open === 'late' ? <EnterLate record={record} turn={turn} onClose={close} /> : null}
      {open === 'confirm' ? <ConfirmTurn turn={turn} onClose={close} /> : null}
      {open === 'refuse' ? <RefuseTurn turn={turn} onClose={close} /> : null}
    </div>
  )
}

type OfShift = { record: ShiftRecord; turn: Turn }
function Take({ record, turn }: OfShift) {
  const words = useShiftWords()
  const take = () => api.turns.takePlace({ id: record.id, turnId: turn.id })
  return <Once label={words.take} name={turn.name} act={take} said={words.taken} />
}

function GiveUp({ record, turn }: OfShift) {
  const words = useShiftWords()
  const giveUp = () => api.turns.giveUpTurn({ id: record.id, turnId: turn.id })
  return <Once label={words.giveUp} name={turn.name} act={giveUp} said={words.givenUp} />
}

function Miss({ record, turn }: OfShift) {
  const words = useShiftWords()
  const miss = () => api.turns.missTurn({ id: record.id, turnId: turn.id })
  return <Once label={words.miss} name={turn.name} act={miss} said={words.missed} />
}

function Approve({ turn }: { turn: Turn }) {
  const words = useShiftWords()
  const approve = () => api.checking.approveLate({ id: turn.id })
  return <Once label={words.approve} name={turn.name} act={approve} said={words.approved} />
}
