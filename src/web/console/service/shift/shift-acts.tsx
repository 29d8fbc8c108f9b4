import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { type Span, SpanField } from '../../gatherings/plan/span-field.tsx'
import { SERVICE, type ShiftRecord } from '../queries.ts'
import { useShiftWords } from '../words.ts'
import { ChangeShift } from './changing/change-shift.tsx'
import { ClaimTurn } from './claim-turn.tsx'
import { EnterLate } from './enter-late.tsx'
import { ReasonField } from './fields.tsx'
import { ScanCode } from './scan-code.tsx'

type Open = 'cancel' | 'change' | 'claim' | 'late' | 'scan'

export function ShiftActs({ record }: { record: ShiftRecord }) {
  const words = useShiftWords()
  const [open, setOpen] = useState<Open | null>(null)
  const { can } = record
  const close = () => setOpen(null)
  const isLive = record.turns.some(({ status }) => status === 'claimed' || status === 'started')
  return (
    <>
      {can.cancel ? (
        <Button danger onClick={() => setOpen('cancel')}>
          {words.cancelIt}
        </Button>
      ) : null}
      {can.change ? <Button onClick={() => setOpen('change')}>{words.change}</Button> : null}
      {can.enterLate ? <Button onClick={() => setOpen('late')}>{words.late}</Button> : null}
      {isLive ? <Button onClick={() => setOpen('scan')}>{words.scan}</Button> : null}
      {can.claim ? (
        <Button type="primary" onClick={() => setOpen('claim')}>
          {words.claim}
        </Button>
      ) : null}
      {open === 'cancel' ? <CancelShift record={record} onClose={close} /> : null}
      {open === 'change' ? <ChangeShift record={record} onClose={close} /> : null}
      {open === 'claim' ? <ClaimTurn record={record} onClose={close} /> : null}
      {open === 'late' ? <EnterLate record={record} onClose={close} /> : null}
      {open === 'scan' ? <ScanCode record={record} onClose={close} /> : null}
    </>
  )
}

type Cancelled = { reason: string; span?: Span }

function CancelShift({ record, onClose }: { record: ShiftRecord; onClose: () => void }) {
  const words = useShiftWords()
  const cancel = useAct(
    ({ reason, span = 'one' }: Cancelled) => api.shifts.cancelShift({ id: record.id, reason, span }),
    { said: words.cancelled, refresh: [SERVICE], onDone: onClose },
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
      <ReasonField />
    </FormDialog>
  )
}
