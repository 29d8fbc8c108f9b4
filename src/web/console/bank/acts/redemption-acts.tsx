import { Button, Checkbox, Form, Input, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, type Redemption, type Reserved } from '../queries.ts'
import { useBankWords } from '../words.ts'
import { CodeShown } from './redeem-dialog.tsx'

export function RedemptionActs({ line }: { line: Redemption }) {
  const words = useBankWords()
  const { id, can } = line
  const [reserved, setReserved] = useState<Reserved | null>(null)
  const [isReversing, setReversing] = useState(false)
  const cancel = useAct(() => api.redemptions.cancelRedemption({ id }), { said: words.cancelled, refresh: [BANK] })
  const renew = useAct(() => api.redemptions.renewRedemptionCode({ id }), { refresh: [BANK], onDone: setReserved })
  return (
    <Space size="small" wrap>
      {can.renew ? (
        <Button size="small" loading={renew.isPending} onClick={() => renew.mutate()}>
          {words.newCode}
        </Button>
      ) : null}
      {can.undo ? (
        <Popconfirm title={words.cancelSure} onConfirm={() => cancel.mutate()}>
          <Button size="small" loading={cancel.isPending} danger={cancel.isError}>
            {words.cancel}
          </Button>
        </Popconfirm>
      ) : null}
      {can.reverse ? (
        <Button size="small" onClick={() => setReversing(true)}>
          {words.reverse}
        </Button>
      ) : null}
      {reserved ? <CodeShown reserved={reserved} onClose={() => setReserved(null)} /> : null}
      {isReversing ? <ReverseDialog line={line} onClose={() => setReversing(false)} /> : null}
    </Space>
  )
}

type Typed = { reason: string; isReturned: boolean }

function ReverseDialog({ line, onClose }: { line: Redemption; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const reverse = useAct((typed: Typed) => api.redemptions.reverseRedemption({ id: line.id, ...typed }), {
    said: ({ status }) => (status === 'done' ? words.reversed : words.askedReversal),
    refresh: [BANK],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.reverseOf(line.item)}
      onClose={onClose}
      act={reverse}
      submitLabel={words.reverse}
      initial={{ isReturned: false }}
      danger
    >
      <Form.Item label={words.reason} name="reason" rules={[{ required: true, message: kit.required(words.reason) }]}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="isReturned" valuePropName="checked">
        <Checkbox>{words.returned}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
