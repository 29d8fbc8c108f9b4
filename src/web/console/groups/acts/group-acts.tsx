import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { GROUPS, type GroupRecord } from '../queries.ts'
import { useGroupWords } from '../words.ts'
import { factsOf, GroupFields, type Typed } from './group-fields.tsx'

/** What the reader may do with this group, by the answer's own `can`. */
export function GroupActs({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const [act, setAct] = useState<'change' | 'dissolve' | null>(null)
  const close = () => setAct(null)
  return (
    <>
      {group.can.change ? (
        <>
          <Button danger onClick={() => setAct('dissolve')}>
            {words.dissolve}
          </Button>
          <Button onClick={() => setAct('change')}>{words.change}</Button>
        </>
      ) : null}
      <ButtonLink to="/groups/$id/report" params={{ id: group.id }}>
        {words.report}
      </ButtonLink>
      {act === 'change' ? <ChangeGroup group={group} onClose={close} /> : null}
      {act === 'dissolve' ? <DissolveGroup group={group} onClose={close} /> : null}
    </>
  )
}

type ActProps = { group: GroupRecord; onClose: () => void }

function ChangeGroup({ group, onClose }: ActProps) {
  const words = useGroupWords()
  const { id, version } = group
  const change = useAct((typed: Typed) => api.groups.changeGroup({ ...factsOf(typed), id, version }), {
    said: words.changed,
    refresh: [GROUPS],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed> title={`${words.change} · ${group.name}`} onClose={onClose} act={change} initial={group}>
      <GroupFields place={{ value: group.placeCode, label: group.place }} unit={group.unit} unitId={group.unitId} />
    </FormDialog>
  )
}

function DissolveGroup({ group, onClose }: ActProps) {
  const words = useGroupWords()
  const kit = useKitWords()
  const dissolve = useAct(
    ({ on, reason }: { on: string; reason: string }) => api.groups.dissolveGroup({ id: group.id, on, reason }),
    { said: words.dissolved, refresh: [GROUPS], onDone: onClose },
  )
  const must = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <FormDialog<{ on: string; reason: string }>
      title={words.dissolveOf(group.name)}
      danger
      onClose={onClose}
      act={dissolve}
      submitLabel={words.dissolve}
    >
      <p style={{ marginBottom: 16 }}>{words.dissolveHint}</p>
      <Form.Item label={words.on} name="on" rules={must(words.on)}>
        <DayInput />
      </Form.Item>
      <Form.Item label={words.reason} name="reason" rules={must(words.reason)}>
        <Input.TextArea maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
