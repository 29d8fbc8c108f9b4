import { Checkbox, Form, Input, InputNumber, Space } from 'antd'
import { FINDING_KINDS, NUMBER_NAMES } from '#modules/volunteering/bank/anomalies/finding/limits.ts'
import { findingKinds, numberNames } from '#modules/volunteering/bank/anomalies/words.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK } from '../queries.ts'
import type { LimitSet } from './queries.ts'
import { useFindingWords } from './words.ts'

type Typed = Parameters<typeof api.findings.setLimits>[0]

/** The whole set of limits from a day on, beginning with those in force. */
export function LimitDialog({ from, onClose }: { from: LimitSet; onClose: () => void }) {
  const words = useFindingWords()
  const kit = useKitWords()
  const say = useSay()
  const set = useAct((typed: Typed) => api.findings.setLimits(typed), {
    said: words.limitsSet,
    refresh: [BANK],
    onDone: onClose,
  })
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed> title={words.setLimits} onClose={onClose} act={set} initial={{ limits: from.limits }}>
      <Form.Item label={words.fromOn} name="fromOn" rules={must(words.fromOn)}>
        <Input type="date" />
      </Form.Item>
      {FINDING_KINDS.map((kind) => (
        <div key={kind}>
          <Form.Item name={['limits', kind, 'isOn']} valuePropName="checked" style={{ marginBottom: 4 }}>
            <Checkbox>{say(findingKinds[kind])}</Checkbox>
          </Form.Item>
          <Space wrap align="start">
            {NUMBER_NAMES.filter((name) => from.limits[kind]?.numbers[name] !== undefined).map((name) => (
              <Form.Item
                key={name}
                label={say(numberNames[name])}
                name={['limits', kind, 'numbers', name]}
                rules={must(say(numberNames[name]))}
              >
                <InputNumber min={0} max={1_000_000} precision={0} />
              </Form.Item>
            ))}
          </Space>
        </div>
      ))}
      <Form.Item label={words.note} name="note">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
