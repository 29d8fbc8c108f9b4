import { Form } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { PersonPicker } from '../../people/fields/person-picker.tsx'
import { GROUPS, type GroupRecord } from '../queries.ts'
import { useGroupWords } from '../words.ts'

type Typed = { personId: string; on: string; onBehalf: 'self' | 'family' | 'clerk' }

export function JoinGroup({ group, onClose }: { group: GroupRecord; onClose: () => void }) {
  const words = useGroupWords()
  const kit = useKitWords()
  const join = useAct((typed: Typed) => api.groupMembers.joinGroup({ id: group.id, ...typed }), {
    said: words.joined,
    refresh: [GROUPS],
    onDone: onClose,
  })
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  const behalf = (['self', 'family', 'clerk'] as const).map((value) => ({ value, label: words.behalf[value] }))
  const [today] = useState(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  return (
    <FormDialog<Typed>
      title={`${words.join} · ${group.name}`}
      onClose={onClose}
      act={join}
      initial={{ on: today, onBehalf: 'self' }}
      submitLabel={words.join}
    >
      <Form.Item label={words.person} name="personId" rules={must(words.person)}>
        <PersonPicker label={words.person} />
      </Form.Item>
      <Form.Item label={words.on} name="on" rules={must(words.on)}>
        <DayInput />
      </Form.Item>
      <Form.Item label={words.onBehalf} name="onBehalf">
        <PlainSelect label={words.onBehalf} options={behalf} />
      </Form.Item>
    </FormDialog>
  )
}
