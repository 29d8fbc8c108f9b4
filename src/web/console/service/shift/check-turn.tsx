import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { SERVICE, type Turn } from '../queries.ts'
import { useShiftWords } from '../words.ts'
import { ReasonField } from './fields.tsx'

type Typed = { way: 'clerk' | 'word' | 'served_code'; code?: string }

/** In or out by the server's clock; the form only says how it is known. */
export function CheckTurn({ turn, which, onClose }: { turn: Turn; which: 'in' | 'out'; onClose: () => void }) {
  const words = useShiftWords()
  const kit = useKitWords()
  const label = which === 'in' ? words.checkIn : words.checkOut
  const check = useAct(
    async ({ way, code }: Typed) => {
      const asked = { id: turn.id, way, code: code || null }
      if (which === 'out') return words.checkedOut((await api.checking.checkOut(asked)).minutes)
      await api.checking.checkIn(asked)
      return words.checkedIn
    },
    { said: (said) => said, refresh: [SERVICE], onDone: onClose },
  )
  const [form] = Form.useForm<Typed>()
  const way = Form.useWatch<Typed['way'] | undefined>('way', form)
  const ways = (['clerk', 'word', 'served_code'] as const).map((value) => ({ value, label: words.ways[value] }))
  return (
    <FormDialog<Typed>
      title={`${label} · ${turn.name}`}
      submitLabel={label}
      onClose={onClose}
      act={check}
      form={form}
      initial={{ way: 'clerk' }}
    >
      <Form.Item label={words.way} name="way">
        <PlainSelect label={words.way} options={ways} />
      </Form.Item>
      {way === 'served_code' ? (
        <Form.Item label={words.code} name="code" rules={[{ required: true, message: kit.required(words.code) }]}>
          <Input inputMode="numeric" maxLength={6} autoComplete="off" />
        </Form.Item>
      ) : null}
    </FormDialog>
  )
}

/** The wrong person was checked in. One's own slip of a moment ago needs no words. */
export function TakeBack({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const words = useShiftWords()
  const back = useAct(
    ({ reason }: { reason?: string }) => api.checking.takeBackCheckIn({ id: turn.id, reason: reason || null }),
    { said: words.takenBack, refresh: [SERVICE], onDone: onClose },
  )
  return (
    <FormDialog<{ reason?: string }>
      title={`${words.takeBack} · ${turn.name}`}
      submitLabel={words.takeBack}
      danger
      onClose={onClose}
      act={back}
    >
      <p>{words.takeBackHint}</p>
      {turn.isFresh ? null : <ReasonField />}
    </FormDialog>
  )
}
