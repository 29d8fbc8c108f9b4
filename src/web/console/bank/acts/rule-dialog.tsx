import { Form, Input, InputNumber } from 'antd'
import { grantGrounds } from '#modules/volunteering/bank/codes/index.ts'
import { needKinds } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK, type Rule } from '../queries.ts'
import { useBankWords } from '../words.ts'

type Rules = Parameters<typeof api.bankRules.setRule>[0]
/** Caps of time are written in hours, as the rules of a county are. */
type Typed = Omit<Rules, 'rates' | 'dayMinutes' | 'stockMinutes' | 'grantAges'> & {
  grantAges: Record<string, number | null>
  rates: Record<string, number | null>
  dayHours: number | null
  stockHours: number | null
}
type Cap = 'eventPoints' | 'monthPoints' | 'dayHours' | 'stockHours' | 'dayRedeemed' | 'grantYearPoints'

const hoursOf = (minutes: number | null) => (minutes === null ? null : minutes / 60)
const minutesOf = (hours: number | null | undefined) => (hours ? Math.round(hours * 60) : null)

/** What is left empty is left out. */
const filled = (typed: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]])),
  )

/** The whole set of rules from a day on, beginning with those in force. */
export function RuleDialog({ from, onClose }: { from: Rule; onClose: () => void }) {
  const words = useBankWords()
  const kit = useKitWords()
  const set = useAct(
    ({ rates, grantAges, dayHours, stockHours, ...typed }: Typed) =>
      api.bankRules.setRule({
        ...typed,
        dayMinutes: minutesOf(dayHours),
        stockMinutes: minutesOf(stockHours),
        rates: filled(rates),
        grantAges: filled(grantAges),
      }),
    { said: words.ruleSet, refresh: [BANK], onDone: onClose },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  const {
    id: _id,
    setBy: _by,
    setAt: _at,
    standing: _standing,
    fromOn: _from,
    dayMinutes,
    stockMinutes,
    ...rest
  } = from
  const initial = { ...rest, dayHours: hoursOf(dayMinutes), stockHours: hoursOf(stockMinutes) }
  return (
    <FormDialog<Typed> title={words.setRule} onClose={onClose} act={set} initial={initial}>
      <Form.Item label={words.fromOn} name="fromOn" rules={must(words.fromOn)}>
        <Input type="date" />
      </Form.Item>
      <Form.Item label={words.usualRate} name={['rates', '*']} rules={must(words.usualRate)}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      <Rates />
      <Caps />
      <GrantAges />
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

/** Kinds of service that earn otherwise. */
function Rates() {
  const words = useBankWords()
  const say = useSay()
  return (
    <>
      {Object.entries(needKinds).map(([kind, name]) => (
        <Form.Item key={kind} label={words.rateOf(say(name))} name={['rates', kind]}>
          <InputNumber min={0} max={100} precision={0} />
        </Form.Item>
      ))}
    </>
  )
}

/** Whom the pool gives to. */
function GrantAges() {
  const words = useBankWords()
  const say = useSay()
  return (
    <>
      {Object.entries(grantGrounds).map(([ground, name]) => (
        <Form.Item
          key={ground}
          label={words.grantAge(say(name))}
          name={['grantAges', ground]}
          extra={words.grantAgeHint}
        >
          <InputNumber min={50} max={110} precision={0} />
        </Form.Item>
      ))}
    </>
  )
}

function Caps() {
  const words = useBankWords()
  const caps: [Cap, string][] = [
    ['eventPoints', words.eventPoints],
    ['monthPoints', words.monthPoints],
    ['dayHours', words.inHours(words.dayHours)],
    ['stockHours', words.inHours(words.stockHours)],
    ['dayRedeemed', words.dayRedeemed],
    ['grantYearPoints', words.grantYear],
  ]
  return (
    <>
      {caps.map(([name, label]) => (
        <Form.Item key={name} label={label} name={name}>
          <InputNumber
            min={name.endsWith('Hours') ? 0.5 : 1}
            precision={name.endsWith('Hours') ? 1 : 0}
            placeholder={words.noLimit}
          />
        </Form.Item>
      ))}
    </>
  )
}
