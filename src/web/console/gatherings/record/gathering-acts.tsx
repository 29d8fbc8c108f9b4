import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { ChangeGathering } from '../plan/change-gathering.tsx'
import { type Span, SpanField } from '../plan/span-field.tsx'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useGatheringWords } from '../words.ts'

export function GatheringActs({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  const [open, setOpen] = useState<'change' | 'cancel' | null>(null)
  const { can, id } = record
  const close = () => setOpen(null)
  return (
    <>
      {can.cancel ? (
        <Button danger onClick={() => setOpen('cancel')}>
          {words.cancelIt}
        </Button>
      ) : null}
      {can.change ? <Button onClick={() => setOpen('change')}>{words.change}</Button> : null}
      {can.signUp ? (
        <ButtonLink to="/gatherings/$id/cards" params={{ id }}>
          {words.cards}
        </ButtonLink>
      ) : null}
      {record.status === 'cancelled' ? null : (
        <ButtonLink to="/gatherings/$id/sheet" params={{ id }} primary>
          {can.mark ? words.openSheet : words.sheet}
        </ButtonLink>
      )}
      {open === 'change' ? <ChangeGathering record={record} onClose={close} /> : null}
      {open === 'cancel' ? <CancelGathering record={record} onClose={close} /> : null}
    </>
  )
}

type Cancelled = { reason: string; span?: Span }

function CancelGathering({ record, onClose }: { record: GatheringRecord; onClose: () => void }) {
  const words = useGatheringWords()
  const kit = useKitWords()
  const cancel = useAct(
    ({ reason, span = 'one' }: Cancelled) => api.gatherings.cancelGathering({ id: record.id, reason, span }),
    { said: words.cancelled, refresh: [GATHERINGS], onDone: onClose },
  )
  return (
    <FormDialog<Cancelled>
      title={words.cancelSure(record.title)}
      submitLabel={words.cancelIt}
      danger
      onClose={onClose}
      act={cancel}
      initial={{ span: 'one' }}
    >
      <p>{words.cancelHint}</p>
      <SpanField record={record} />
      <Form.Item
        label={words.reason}
        name="reason"
        rules={[{ required: true, min: 2, message: kit.required(words.reason) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
