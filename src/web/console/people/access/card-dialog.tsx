import { Button, Modal } from 'antd'
import { useKitWords } from '../../../ui/language/words.ts'
import css from './access.module.css'
import { useAccessWords } from './words.ts'

export type Card = { name: string; number: string; code: string; until: string }

/** The card as it is handed over: shown this once, printed from here. */
export function CardDialog({ card, onClose }: { card: Card | null; onClose: () => void }) {
  const words = useAccessWords()
  const kit = useKitWords()
  if (!card) return null
  return (
    <Modal
      title={words.cardOf(card.name)}
      open
      onCancel={onClose}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Button type="primary" onClick={onClose}>
            {kit.close}
          </Button>
        </>
      }
    >
      <p className={css.hint}>{words.cardHint}</p>
      <div className={css.card}>
        <p>{words.cardOf(card.name)}</p>
        <p>
          {words.address} {window.location.origin}/elder
        </p>
        <p>
          {words.number} <strong>{card.number}</strong>
        </p>
        <p>
          {words.code} <strong>{card.code}</strong>
        </p>
        <p>
          {words.until} {card.until}
        </p>
        <p>{words.cardHow}</p>
        <p>{words.keep}</p>
      </div>
    </Modal>
  )
}
