import { Form } from 'antd'
import { api } from '../../../../api.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../../ui/language/words.ts'
import { PersonPicker } from '../../../people/fields/person-picker.tsx'
import { SERVICE, type ShiftRecord, type Turn } from '../../queries.ts'
import { useShiftWords } from '../../words.ts'
import { WhoseField } from '../fields.tsx'
import { Once } from '../once.tsx'
import { DecideSwap } from './decide-swap.tsx'

type Typed = { toPersonId: string; onBehalf: 'self' | 'family' | 'clerk' }

export function OfferTurn({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const words = useShiftWords()
  const kit = useKitWords()
  const offer = useAct((typed: Typed) => api.swaps.offerTurn({ id: turn.id, ...typed }), {
    said: words.swapOffered,
    refresh: [SERVICE],
    onDone: onClose,
  })
  const must = [{ required: true, message: kit.required(words.swapTo) }]
  return (
    <FormDialog<Typed>
      title={`${words.swap} · ${turn.name}`}
      submitLabel={words.swap}
      onClose={onClose}
      act={offer}
      initial={{ onBehalf: 'self' }}
    >
      <p>{words.swapHint}</p>
      <Form.Item label={words.swapTo} name="toPersonId" rules={must}>
        <PersonPicker label={words.swapTo} />
      </Form.Item>
      <WhoseField />
    </FormDialog>
  )
}

/** The way of a swap: the other takes it, who keeps the shift agrees, or it is withdrawn. */
export function SwapActs({ record, turn }: { record: ShiftRecord; turn: Turn }) {
  const words = useShiftWords()
  const { swap, name } = turn
  if (!swap) return null
  const take = () => api.swaps.takeSwap({ id: swap.id })
  const end = () => api.swaps.endSwap({ id: swap.id, as: 'withdrawn' })
  return (
    <>
      {swap.status === 'offered' ? (
        <Once label={words.swapTake} name={name} act={take} said={words.swapTakenDone} />
      ) : null}
      {swap.status === 'taken' && record.can.keep ? <DecideSwap swap={swap} name={name} /> : null}
      <Once label={words.swapEnd} name={name} act={end} said={words.swapEnded} />
    </>
  )
}
