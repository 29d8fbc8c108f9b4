import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { SHOWN_SECONDS } from '#modules/people/record/reveal/rules.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { usePersonWords } from '../../words.ts'
import css from './acts.module.css'

type RevealedProps = { title: string; values: readonly string[]; onClose: () => void }

/** The number itself, for a minute. Nothing keeps it once this is closed. */
export function Revealed({ title, values, onClose }: RevealedProps) {
  const words = usePersonWords()
  const kit = useKitWords()
  const [copied, setCopied] = useState<string | null>(null)
  const left = useSecondsLeft(onClose)
  const copy = (value: string) => {
    navigator.clipboard
      ?.writeText(value)
      .then(() => setCopied(value))
      .catch(() => undefined)
  }
  return (
    <Modal title={title} open onCancel={onClose} footer={<Button onClick={onClose}>{kit.close}</Button>}>
      {values.length ? (
        <ul className={css.numbers}>
          {values.map((value) => (
            <li key={value}>
              <span className={css.number}>{value}</span>
              <Button size="small" onClick={() => copy(value)}>
                {copied === value ? kit.copied : kit.copy}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.noNumber}</p>
      )}
      <p className={css.note}>{words.revealedOnce(left)}</p>
    </Modal>
  )
}

/** Counts down by the clock, so that a tab that slept does not show the number longer. */
function useSecondsLeft(onOver: () => void): number {
  const [until] = useState(() => Date.now() + SHOWN_SECONDS * 1000)
  const [left, setLeft] = useState(SHOWN_SECONDS)
  useEffect(() => {
    const turn = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250)
    return () => clearInterval(turn)
  }, [until])
  useEffect(() => {
    if (left === 0) onOver()
  }, [left, onOver])
  return left
}
