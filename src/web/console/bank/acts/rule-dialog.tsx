import { Form, Input, InputNumber } from 'antd'
import { needKinds } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, type Rule } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Typed = Omit<Parameters<typeof api.bankRules.setRule>[0], 'rates'> & { rates: Record<string, number | null> }
type Cap = 'eventPoints' | 'monthPoints' | 'dayMinutes' | 'stockMinutes' | 'dayRedeemed'

/** The whole set of rules from a day on, beginning with those in force. */
export function RuleDialog({ from, onClose }: { from: Rule; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const say = useSay()
  const set = useAct(
    ({ rates, ...typed }: Typed) =>
      api.bankRules.setRule({
        ...typed,
        rates: Object.fromEntries(
          Object.entries(rates).flatMap(([kind, rate]) => (rate === null || rate === undefined ? [] : [[kind, rate]])),
        ),
      }),
    { said: words.ruleSet, refresh: [BANK], onDone: onClose },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  const caps: [Cap, string][] = [
    ['eventPoints', words.eventPoints],
    ['monthPoints', words.monthPoints],
    ['dayMinutes', words.dayHours],
    ['stockMinutes', words.stockHours],
    ['dayRedeemed', words.dayRedeemed],
  ]
  const { id: _id, setBy: _by, setAt: _at, standing: _standing, fromOn: _from, ...initial } = from
  return (
    <FormDialog<Typed> title={words.setRule} onClose={onClose} act={set} initial={initial}>
      <Form.Item label={words.fromOn} name="fromOn" rules={must(words.fromOn)}>
        <Input type="date" />
      </Form.Item>
      <Form.Item label={words.usualRate} name={['rates', '*']} rules={must(words.usualRate)}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      {Object.entries(needKinds).map(([kind, name]) => (
        <Form.Item key={kind} label={`${words.usualRate} · ${say(name)}`} name={['rates', kind]}>
          <InputNumber min={0} max={100} precision={0} />
        </Form.Item>
      ))}
      {caps.map(([name, label]) => (
        <Form.Item key={name} label={label} name={name}>
          <InputNumber min={1} precision={0} placeholder={words.noLimit} />
        </Form.Item>
      ))}
      <Form.Item label={words.codeMinutes} name="codeMinutes" rules={must(words.codeMinutes)}>
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
      <Form.Item label={words.secondPerson} name="secondPersonPoints" rules={must(words.secondPerson)}>
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <Form.Item label={words.note} name="note">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
