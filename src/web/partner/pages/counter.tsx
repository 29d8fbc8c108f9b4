import { type SubmitEvent, useState } from 'react'
import { Scanner } from '../../camera/scanner.tsx'
import { useAct } from '../../light/ask.ts'
import { timeOf } from '../../light/dates.ts'
import { newKey } from '../../light/key.ts'
import { api } from '../shell/api.ts'
import { textIn } from '../shell/form.ts'
import { Heading } from '../shell/heading.tsx'
import { useCameraWords, useWords } from '../shell/words.ts'
import { Wrong } from '../shell/wrong.tsx'

type Handing = Awaited<ReturnType<typeof api.counter.lookUpCode>>
/** One key for one hand-over: pressed twice, or again after the network came back, it is the same act. */
type Found = { handing: Handing; code: string; key: string; isDone: boolean }

export function CounterPage({ onDone }: { onDone: () => void }) {
  const word = useWords()
  const [found, setFound] = useState<Found | null>(null)
  const camera = useCameraWords()
  const [isScanning, setScanning] = useState(false)
  const { act, isBusy, wrong } = useAct()
  const look = (code: string) =>
    act(async () => {
      setScanning(false)
      setFound({ handing: await api.counter.lookUpCode({ code }), code, key: newKey(), isDone: false })
    })
  const typed = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    look(textIn(event.currentTarget, 'code'))
  }
  const confirm = ({ code, key }: Found) =>
    act(async () => {
      setFound({ handing: await api.counter.handOver({ code, key }), code, key, isDone: true })
      onDone()
    })
  if (found)
    return (
      <HandOver
        found={found}
        isBusy={isBusy}
        wrong={<Wrong words={wrong} />}
        confirm={() => confirm(found)}
        leave={() => setFound(null)}
      />
    )
  return (
    <section className="stack">
      <Heading>{word('redeem')}</Heading>
      {isScanning ? <Scanner words={camera} className="stack" onSeen={look} /> : null}
      <button type="button" className={isScanning ? undefined : 'main'} onClick={() => setScanning(!isScanning)}>
        {word(isScanning ? 'stop' : 'scan')}
      </button>
      <form className="stack" onSubmit={typed}>
        <label>
          {word('code')}
          <input
            className="code"
            name="code"
            inputMode="numeric"
            autoComplete="off"
            minLength={8}
            maxLength={20}
            required
          />
        </label>
        <button type="submit" disabled={isBusy}>
          {word('look')}
        </button>
      </form>
      <Wrong words={wrong} />
    </section>
  )
}

type HandOverProps = { found: Found; isBusy: boolean; wrong: React.ReactNode; confirm: () => void; leave: () => void }

function HandOver({ found: { handing, isDone }, isBusy, wrong, confirm, leave }: HandOverProps) {
  const word = useWords()
  const { item, itemId, hasPicture, quantity, name, points, handedOverAt } = handing
  return (
    <section className="stack">
      <Heading>{isDone ? word('done') : word('handThis')}</Heading>
      <div className={isDone ? 'card good' : 'card'} role="status">
        {hasPicture ? <img src={`/api/bank/items/${itemId}/picture`} alt={word('picture')} /> : null}
        <p className="item">
          {item} × {quantity}
        </p>
        <p>
          {word('to')} <strong>{name}</strong> · {points} {word('points')}
          {isDone && handedOverAt ? ` · ${timeOf(handedOverAt)}` : null}
        </p>
      </div>
      {wrong}
      {isDone ? null : (
        <button type="button" className="main" onClick={confirm} disabled={isBusy}>
          {word('confirm')}
        </button>
      )}
      <button type="button" className={isDone ? 'main' : undefined} onClick={leave} disabled={isBusy}>
        {isDone ? word('next') : word('notYet')}
      </button>
    </section>
  )
}
