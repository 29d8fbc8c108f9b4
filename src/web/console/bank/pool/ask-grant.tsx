import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { grantGrounds } from '#modules/volunteering/bank/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { BANK } from '../queries.ts'
import type { Pool } from './queries.ts'
import { usePoolWords } from './words.ts'

type Typed = { personId: string; points: number; ground: Pool['grounds'][number]['ground']; reason: string }

/** Who knows the need asks; another person decides. */
export function AskGrant({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const words = usePoolWords()
  const kit = useKitWords()
  const say = useSay()
  // One key for one request: sent again by a poor line it is asked once.
  const [id] = useState(() => crypto.randomUUID())
  const ask = useAct((typed: Typed) => api.pool.askGrant({ id, ...typed }), {
    said: words.asked,
    refresh: [BANK],
    onDone: onClose,
  })
  const most = Math.min(pool.free, pool.yearPoints ?? pool.free)
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  const grounds = pool.grounds.map(({ ground, from }) => ({
    value: ground,
    label: words.from(say(grantGrounds[ground]), from),
  }))
  return (
    <FormDialog<Typed> title={words.ask} submitLabel={words.ask} onClose={onClose} act={ask}>
      <Form.Item label={words.person} name="personId" rules={must(words.person)}>
        <PersonPicker label={words.person} />
      </Form.Item>
      <Form.Item label={words.points} name="points" rules={must(words.points)}>
        <InputNumber min={1} max={most} precision={0} placeholder={`1–${most}`} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item label={words.ground} name="ground" rules={must(words.ground)} extra={words.groundHint}>
        <PlainSelect label={words.ground} any="—" options={grounds} />
      </Form.Item>
      <Form.Item label={words.reason} name="reason" rules={must(words.reason)} extra={words.reasonHint}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}
