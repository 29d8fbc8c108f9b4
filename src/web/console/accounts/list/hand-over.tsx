import { App, Button, Modal } from 'antd'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'
import css from './hand-over.module.css'

export type HandedOver = { id: string; login: string; name: string; code: string; until: string }

/** A one-time code, shown this once; closing it by accident is made hard. */
export function HandOver({ handed, onClose }: { handed: HandedOver | null; onClose: () => void }) {
  const words = useAdministrationWords()
  const kit = useKitWords()
  const { message } = App.useApp()
  if (!handed) return null
  const copy = async () => {
    await navigator.clipboard.writeText(`${handed.login} ${handed.code}`)
    message.success(kit.copied).then(undefined, () => undefined)
  }
  return (
    <Modal
      title={words.handOver}
      open
      onCancel={onClose}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          <Button onClick={() => copy().catch(() => undefined)}>{kit.copy}</Button>
          <Button type="primary" onClick={onClose}>
            {kit.close}
          </Button>
        </>
      }
    >
      <p className={css.hint}>{words.handOverHint}</p>
      <CodeFacts handed={handed} />
    </Modal>
  )
}

/** Whose code it is, the code, and until when it is good. */
export function CodeFacts({ handed }: { handed: HandedOver }) {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const times = useTimes()
  return (
    <Facts
      items={[
        { label: accounts.personName, value: handed.name },
        { label: accounts.login, value: <strong>{handed.login}</strong> },
        { label: words.code, value: <code className={css.password}>{handed.code}</code>, wide: true },
        { label: words.validUntil, value: times.minute(handed.until), wide: true },
      ]}
    />
  )
}
