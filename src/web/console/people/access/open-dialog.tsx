import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import type { Card } from './card-dialog.tsx'
import { ACCESS, useAccessWords } from './words.ts'

export const MOBILE = /^\s*1[3-9][\d\s-]{9,13}$/

type Props = { id: string; onClose: () => void; onCard: (card: Omit<Card, 'name'>) => void }

export function OpenDialog({ id, onClose, onCard }: Props) {
  const words = useAccessWords()
  const open = useAct(({ mobile }: { mobile?: string }) => api.elderAccess.openAccess({ id, mobile: mobile || null }), {
    said: words.opened,
    refresh: [ACCESS],
    onDone: (card) => {
      onClose()
      onCard(card)
    },
  })
  return (
    <FormDialog<{ mobile?: string }> title={words.open} onClose={onClose} act={open} submitLabel={words.open}>
      <p>{words.openHint}</p>
      <Form.Item name="mobile" label={words.mobile} rules={[{ pattern: MOBILE, message: words.badMobile }]}>
        <Input inputMode="tel" />
      </Form.Item>
    </FormDialog>
  )
}
