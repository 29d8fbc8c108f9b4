import { Form, Input } from 'antd'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useKitWords } from '../../../ui/language/words.ts'
import { GROUPS, type Member, type Officer } from '../queries.ts'
import { useGroupWords } from '../words.ts'

type Typed = { on: string; reason?: string }

export function LeaveGroup({ groupId, member, onClose }: { groupId: string; member: Member; onClose: () => void }) {
  const words = useGroupWords()
  const leave = useAct(
    ({ on, reason }: Typed) =>
      api.groupMembers.leaveGroup({ id: groupId, memberId: member.id, on, reason: reason || null }),
    { said: words.left, refresh: [GROUPS], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.leaveOf(member.name)} onClose={onClose} act={leave} submitLabel={words.leave}>
      <DayAndReason />
    </FormDialog>
  )
}

export function EndTerm({ groupId, officer, onClose }: { groupId: string; officer: Officer; onClose: () => void }) {
  const words = useGroupWords()
  const end = useAct(
    ({ on, reason = '' }: Typed) => api.groupOfficers.endTerm({ id: groupId, officerId: officer.id, on, reason }),
    { said: words.termEnded, refresh: [GROUPS], onDone: onClose },
  )
  return (
    <FormDialog<Typed> title={words.endTermOf(officer.name)} onClose={onClose} act={end} submitLabel={words.endTerm}>
      <DayAndReason mustSay />
    </FormDialog>
  )
}

function DayAndReason({ mustSay = false }: { mustSay?: boolean }) {
  const words = useGroupWords()
  const kit = useKitWords()
  return (
    <>
      <Form.Item label={words.on} name="on" rules={[{ required: true, message: kit.required(words.on) }]}>
        <DayInput />
      </Form.Item>
      <Form.Item
        label={words.reason}
        name="reason"
        rules={[{ required: mustSay, message: kit.required(words.reason) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}
