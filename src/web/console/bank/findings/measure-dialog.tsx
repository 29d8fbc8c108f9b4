import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { measures } from '#modules/volunteering/bank/anomalies/words.ts'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { BANK } from '../queries.ts'
import { useFindingWords } from './words.ts'

type Typed = { measure: keyof typeof measures; words: string }
const MEASURES = Object.keys(measures) as Typed['measure'][] // the keys of a closed record

/** What was done elsewhere about what was wrong; sent twice it is noted once. */
export function MeasureDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useFindingWords()
  const kit = useKitWords()
  const say = useSay()
  const [measureId] = useState(() => crypto.randomUUID())
  const note = useAct((typed: Typed) => api.findings.noteMeasure({ id, measureId, ...typed }), {
    said: words.noted,
    refresh: [BANK],
    onDone: onClose,
  })
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<Typed> title={words.noteMeasure} onClose={onClose} act={note}>
      <Form.Item label={words.measure} name="measure" rules={must(words.measure)} extra={words.measureHint}>
        <Radio.Group options={MEASURES.map((value) => ({ value, label: say(measures[value]) }))} />
      </Form.Item>
      <Form.Item label={words.whatWasDone} name="words" rules={must(words.whatWasDone)}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
