import { App, Button, Modal } from 'antd'
import { useKitWords } from '../../../ui/language/words.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { useAccountsWords } from '../words.ts'
import css from './hand-over.module.css'

export type HandedOver = { id: string; login: string; password: string; isNew?: boolean }
type HandOverProps = { handed: HandedOver | null; onClose: () => void; onGrant: (account: string) => void }

/** A one-time password, shown this once; closing it by accident is made hard. */
export function HandOver({ handed, onClose, onGrant }: HandOverProps) {
  const words = useAccountsWords()
  const kit = useKitWords()
  const { message } = App.useApp()
  if (!handed) return null
  const copy = async () => {
    await navigator.clipboard.writeText(`${handed.login} ${handed.password}`)
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
          {handed.isNew ? (
            <Button type="primary" onClick={() => onGrant(handed.id)}>
              {words.nextGrant}
            </Button>
          ) : (
            <Button type="primary" onClick={onClose}>
              {kit.close}
            </Button>
          )}
        </>
      }
    >
      <p className={css.hint}>{words.handOverHint}</p>
      <Facts
        items={[
          { label: words.login, value: <strong>{handed.login}</strong> },
          { label: words.password, value: <code className={css.password}>{handed.password}</code>, wide: true },
        ]}
      />
    </Modal>
  )
}
