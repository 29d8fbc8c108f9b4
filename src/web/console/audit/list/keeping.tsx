import { Alert, Button, Form, InputNumber, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { AUDIT } from '../queries.ts'
import { useAuditWords } from '../words.ts'

type Typed = { keepDays: number }
type State = Awaited<ReturnType<typeof api.audit.readAuditState>>

export function AskToKeep({ days, onClose }: { days: number; onClose: () => void }) {
  const words = useAuditWords()
  const ask = useAct((typed: Typed) => api.audit.askAuditRetention(typed), {
    said: words.keepSaved,
    refresh: [AUDIT],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed> title={words.changeKeep} onClose={onClose} act={ask} initial={{ keepDays: days }}>
      <Form.Item label={words.keepDays} name="keepDays" extra={words.keepNote} rules={[{ required: true }]}>
        <InputNumber min={1} max={36_500} precision={0} />
      </Form.Item>
    </FormDialog>
  )
}

/** What was asked for, seen by the three; whoever decides has the two answers beside it. */
export function WaitingToKeep({ state: { wish, keepDays, can } }: { state: State }) {
  const words = useAuditWords()
  const times = useTimes()
  if (!wish) return null
  const title = words.keepAsked(words.days(wish.keepDays), wish.askedBy, times.minute(wish.askedAt))
  const isShorter = wish.keepDays < keepDays
  return (
    <Alert
      type={isShorter ? 'warning' : 'info'}
      showIcon
      title={title}
      description={
        <>
          <p>{isShorter ? words.keepShorter : words.keepWaits}</p>
          {can.decideRetention ? <Decide id={wish.id} days={words.days(wish.keepDays)} /> : null}
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}

function Decide({ id, days }: { id: string; days: string }) {
  const words = useAuditWords()
  const refresh = [AUDIT]
  const approve = useAct(() => api.audit.approveAuditRetention({ id }), { said: words.keepApproved, refresh })
  const refuse = useAct(() => api.audit.refuseAuditRetention({ id }), { said: words.keepRefused, refresh })
  return (
    <>
      <ErrorNotice error={approve.error ?? refuse.error} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Popconfirm title={words.keepApproveSure(days)} onConfirm={() => approve.mutate()}>
          <Button type="primary" loading={approve.isPending}>
            {words.keepApprove}
          </Button>
        </Popconfirm>
        <Button loading={refuse.isPending} onClick={() => refuse.mutate()}>
          {words.keepRefuse}
        </Button>
      </div>
    </>
  )
}
