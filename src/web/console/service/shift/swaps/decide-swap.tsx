import { useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../../api.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { SERVICE, type Turn } from '../../queries.ts'
import { useShiftWords } from '../../words.ts'

type Swap = NonNullable<Turn['swap']>
const OFFICE = 'office'

/** The office agrees or refuses, of its own or at the word of a leader of the team: who it was stands with the turn. */
export function DecideSwap({ swap, name }: { swap: Swap; name: string }) {
  const words = useShiftWords()
  const [act, setAct] = useState<'agree' | 'refuse' | null>(null)
  return (
    <>
      <Button size="small" onClick={() => setAct('agree')} aria-label={`${words.swapAgree} · ${name}`}>
        {words.swapAgree}
      </Button>
      <Button size="small" onClick={() => setAct('refuse')} aria-label={`${words.swapRefuse} · ${name}`}>
        {words.swapRefuse}
      </Button>
      {act ? <DecideDialog swap={swap} name={name} agrees={act === 'agree'} onClose={() => setAct(null)} /> : null}
    </>
  )
}

type DialogProps = { swap: Swap; name: string; agrees: boolean; onClose: () => void }

function DecideDialog({ swap, name, agrees, onClose }: DialogProps) {
  const words = useShiftWords()
  const leaders = useQuery({
    queryKey: [...SERVICE, 'leaders', swap.id],
    queryFn: () => api.swaps.listLeaders({ id: swap.id }),
  })
  const decide = useAct(
    async ({ word }: { word: string }): Promise<unknown> => {
      const decided = { id: swap.id, leaderId: word === OFFICE ? null : word }
      return agrees ? api.swaps.agreeToSwap(decided) : api.swaps.refuseSwap(decided)
    },
    { said: agrees ? words.swapAgreed : words.swapRefused, refresh: [SERVICE], onDone: onClose },
  )
  const label = agrees ? words.swapAgree : words.swapRefuse
  const options = [
    { value: OFFICE, label: words.byOffice },
    ...(leaders.data?.items ?? []).map((one) => ({ value: one.personId, label: words.byLeader(one.name) })),
  ]
  return (
    <FormDialog<{ word: string }>
      title={`${label} · ${name} → ${swap.to}`}
      submitLabel={label}
      onClose={onClose}
      act={decide}
      initial={{ word: OFFICE }}
    >
      <p>{agrees ? words.swapAgreeHint : words.swapRefuseHint}</p>
      <Form.Item label={words.whoAgreed} name="word">
        <PlainSelect label={words.whoAgreed} options={options} />
      </Form.Item>
    </FormDialog>
  )
}
