import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useKitWords } from '../../../../ui/language/words.ts'
import { usePersonWords } from '../../words.ts'
import css from './acts.module.css'

type RevealedProps = { title: string; values: readonly string[]; onClose: () => void }

/** The number itself. Nothing keeps it once this is closed. */
export function Revealed({ title, values, onClose }: RevealedProps) {
  const words = usePersonWords()
  const kit = useKitWords()
  const [copied, setCopied] = useState<string | null>(null)
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
      <p className={css.note}>{words.revealedOnce}</p>
    </Modal>
  )
}
