import { Form } from 'antd'
import { teamRoles } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { VolunteerPicker } from '../../volunteers/volunteer-picker.tsx'
import { VOLUNTEERING } from '../queries.ts'
import { useTeamsWords } from '../words.ts'

type Role = keyof typeof teamRoles
type Typed = { personId: string; role: Role; since?: string }

export function JoinTeam({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useTeamsWords()
  const kit = useKitWords()
  const say = useSay()
  const join = useAct(
    ({ since, ...typed }: Typed) => api.teams.joinTeam({ id, ...typed, ...(since ? { since } : {}) }),
    { said: words.joined, refresh: [VOLUNTEERING], onDone: onClose },
  )
  const roles = Object.entries(teamRoles).map(([value, name]) => ({ value, label: say(name) }))
  return (
    <FormDialog<Typed>
      title={words.join}
      onClose={onClose}
      act={join}
      submitLabel={words.join}
      initial={{ role: 'member' }}
    >
      <Form.Item
        label={words.person}
        name="personId"
        extra={words.personHint}
        rules={[{ required: true, message: kit.required(words.person) }]}
      >
        <VolunteerPicker label={words.person} />
      </Form.Item>
      <Form.Item label={words.role} name="role">
        <PlainSelect label={words.role} options={roles} />
      </Form.Item>
      <Form.Item label={words.since} name="since" extra={words.sinceHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}
