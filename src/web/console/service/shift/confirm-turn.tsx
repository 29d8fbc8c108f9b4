import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { SERVICE, type Turn } from '../queries.ts'
import css from '../service.module.css'
import { useShiftWords, useWaitingWords } from '../words.ts'
import { ReasonField } from './fields.tsx'

type Typed = { rating?: string; minutes?: string; way: 'clerk' | 'served' }

export function ConfirmTurn({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const words = useShiftWords()
  const confirm = useAct(
    ({ rating, minutes, way }: Typed) =>
      api.confirming.confirmTurn({
        id: turn.id,
        rating: rating ? Number(rating) : null,
        ...(minutes ? { minutes: Math.round(Number(minutes)) } : {}),
        way,
      }),
    { said: words.confirmed, refresh: [SERVICE], onDone: onClose },
  )
  const ways = [
    { value: 'clerk' as const, label: words.confirmWays.clerk },
    { value: 'served' as const, label: words.confirmWays.served },
  ]
  return (
    <FormDialog<Typed>
      title={`${words.confirm} · ${turn.name}`}
      submitLabel={words.confirm}
      onClose={onClose}
      act={confirm}
      initial={{ way: 'clerk', minutes: String(turn.minutes ?? '') }}
    >
      <div className={css.row}>
        <Form.Item label={words.minutesField} name="minutes">
          <Input type="number" min={1} max={turn.minutes ?? 480} inputMode="numeric" />
        </Form.Item>
        <Form.Item label={words.rating} name="rating">
          <RatingSelect />
        </Form.Item>
      </div>
      <Form.Item label={words.way} name="way">
        <PlainSelect label={words.way} options={ways} />
      </Form.Item>
    </FormDialog>
  )
}

type RatingProps = { id?: string; value?: string; onChange?: (rating: string | undefined) => void; label?: string }

export function RatingSelect({ label, ...rest }: RatingProps) {
  const words = useShiftWords()
  const kit = useWaitingWords()
  const options = ['5', '4', '3', '2', '1'].map((value) => ({ value, label: words.stars(Number(value)) }))
  return <PlainSelect {...rest} label={label ?? words.rating} any={kit.noRating} options={options} />
}

export function RefuseTurn({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const words = useShiftWords()
  const refuse = useAct(({ reason }: { reason: string }) => api.confirming.refuseTurn({ id: turn.id, reason }), {
    said: words.refused,
    refresh: [SERVICE],
    onDone: onClose,
  })
  return (
    <FormDialog<{ reason: string }>
      title={`${words.refuse} · ${turn.name}`}
      submitLabel={words.refuse}
      danger
      onClose={onClose}
      act={refuse}
    >
      <ReasonField />
    </FormDialog>
  )
}
