import { Form, Input, Radio } from 'antd'
import type { NeedAct } from '#modules/volunteering/needs/rules.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { NEEDS, type NeedLine } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import { ASKS, perform } from './acts.ts'

type Typed = { reason?: string; note?: string; satisfaction?: number }
type ActDialogProps = { need: Pick<NeedLine, 'id' | 'number'>; act: NeedAct; onClose: () => void }

/** An act that asks why, or how content they were. */
export function ActDialog({ need, act, onClose }: ActDialogProps) {
  const words = useNeedsWords()
  const kit = useKitWords()
  const name = words.acts[act] ?? act
  const send = useAct((typed: Typed) => perform(act, { id: need.id, ...typed }), {
    said: words.done[act] ?? '',
    refresh: [NEEDS],
    onDone: onClose,
  })
  const isEnd = act === 'decline' || act === 'withdraw'
  return (
    <FormDialog<Typed>
      title={words.actOn(name, need.number)}
      onClose={onClose}
      act={send}
      submitLabel={name}
      danger={isEnd}
      initial={{ satisfaction: 5 }}
    >
      {ASKS[act] === 'satisfaction' ? (
        <>
          <Form.Item label={words.howContent} name="satisfaction">
            <Radio.Group
              options={words.stars.map((label, at) => ({ value: at + 1, label })).reverse()}
              style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}
            />
          </Form.Item>
          <Form.Item label={words.note} name="note">
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        </>
      ) : (
        <Form.Item label={words.reason} name="reason" rules={[{ required: true, message: kit.required(words.reason) }]}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
