import { Form } from 'antd'
import { GRANTED_ROLES, hasArea, type Role } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { ACCOUNTS } from '../queries.ts'
import { useAccountsWords } from '../words.ts'
import { AreaPicker } from './area-picker.tsx'
import { useAdministrationWords } from './words.ts'

type Typed = {
  name: string
  login: string
  mobile: string
  role: Role
  places?: string[]
  units?: string[]
  until?: string
  reason: string
}

/** What the system administrator asks for. Whether it makes sense is the server's rule; whether it is given, another's decision. */
export function RequestForm({ onClose }: { onClose: () => void }) {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const say = useSay()
  const [form] = Form.useForm<Typed>()
  const role = Form.useWatch('role', form) ?? 'community_worker'
  const ask = useAct(
    ({ places, units, until, ...typed }: Typed) =>
      api.requests.requestAccount({ ...typed, places: places ?? [], units: units ?? [], until: until || null }),
    { said: words.requestSent, refresh: [ACCOUNTS], onDone: onClose },
  )
  return (
    <FormDialog<Typed>
      title={words.requestAccount}
      form={form}
      onClose={onClose}
      act={ask}
      submitLabel={words.requestAccount}
      initial={{ role: 'community_worker' }}
    >
      <p style={{ margin: '0 0 16px' }}>{words.requestNote}</p>
      <TextField label={accounts.personName} name="name" most={40} required />
      <TextField label={accounts.login} name="login" most={40} required hint={accounts.loginHint} />
      <TextField label={words.mobile} name="mobile" most={20} required hint={words.mobileHint} />
      <Form.Item label={words.asRole} name="role">
        <PlainSelect
          label={words.asRole}
          options={GRANTED_ROLES.map((one) => ({ value: one, label: say(roleWords[one]) }))}
        />
      </Form.Item>
      <AreaFields role={role} />
      <Form.Item label={words.until} name="until" extra={accounts.untilHint}>
        <DayInput />
      </Form.Item>
      <TextField label={words.reason} name="reason" most={200} required hint={words.reasonHint} />
    </FormDialog>
  )
}

function AreaFields({ role }: { role: Role }) {
  const words = useAdministrationWords()
  const { colon } = usePunctuation()
  if (!hasArea(role)) return <p style={{ margin: '0 0 24px' }}>{`${words.areas}${colon}${words.officeArea}`}</p>
  const [hasPlaces, hasUnits] = [role !== 'unit_liaison', !['street_staff', 'community_worker'].includes(role)]
  return (
    <>
      {hasPlaces ? (
        <Form.Item label={words.placeAreas} name="places" extra={words.areaHint}>
          <AreaPicker kind="place" label={words.placeAreas} several />
        </Form.Item>
      ) : null}
      {hasUnits ? (
        <Form.Item label={words.unitAreas} name="units" extra={words.areaHint}>
          <AreaPicker kind="unit" label={words.unitAreas} several />
        </Form.Item>
      ) : null}
    </>
  )
}
