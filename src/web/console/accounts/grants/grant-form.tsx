import { Form } from 'antd'
import { GRANTED_ROLES, hasArea, type Role } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { ACCOUNTS, type AccountLine } from '../queries.ts'
import { AreaPicker } from '../requests/area-picker.tsx'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'

type Typed = { role: Role; kind?: 'place' | 'unit'; place?: string; unit?: string; from?: string; until?: string }

/** One role over one area between two days. Whether the two fit together is the server's rule. */
export function GrantForm({ account, onClose }: { account: AccountLine; onClose: () => void }) {
  const words = useAccountsWords()
  const say = useSay()
  const { colon } = usePunctuation()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form) ?? 'place'
  const chosen = Form.useWatch('role', form) ?? 'community_worker'
  const more = useAdministrationWords()
  const grant = useAct(
    ({ role, place, unit, from, until }: Typed) =>
      api.grants.grantRole({
        id: account.id,
        role,
        ...areaOf(role, kind === 'place' ? { place } : { unit }),
        ...(from ? { from } : {}),
        until: until ?? null,
      }),
    { said: words.granted, refresh: [ACCOUNTS], onDone: onClose },
  )
  const follow = ({ role }: Partial<Typed>) => {
    if (role) form.setFieldValue('kind', role === 'unit_liaison' ? 'unit' : 'place')
  }
  return (
    <FormDialog<Typed>
      title={words.grantTo(account.name)}
      form={form}
      onClose={onClose}
      act={grant}
      onChange={follow}
      submitLabel={words.grant}
      initial={{ role: 'community_worker', kind: 'place' }}
    >
      <Form.Item label={words.role} name="role">
        <PlainSelect
          label={words.role}
          options={GRANTED_ROLES.map((role) => ({ value: role, label: say(roleWords[role]) }))}
        />
      </Form.Item>
      {!hasArea(chosen) ? (
        <p style={{ margin: '0 0 24px' }}>{`${more.areas}${colon}${more.officeArea}`}</p>
      ) : (
        <AreaFields kind={kind} />
      )}
      <Form.Item label={words.from} name="from" extra={words.fromHint}>
        <DayInput />
      </Form.Item>
      <Form.Item label={words.until} name="until" extra={words.untilHint}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  )
}

/** The three administrators hold the office of the county, which has no people in it. */
const areaOf = (role: Role, area: { place?: string | undefined } | { unit?: string | undefined }) =>
  !hasArea(role) ? {} : area

function AreaFields({ kind }: { kind: 'place' | 'unit' }) {
  const words = useAccountsWords()
  const needed = [{ required: true, message: words.chooseArea }]
  return (
    <>
      <Form.Item label={words.areaKind} name="kind">
        <PlainSelect
          label={words.areaKind}
          options={[
            { value: 'place', label: words.byPlace },
            { value: 'unit', label: words.byUnit },
          ]}
        />
      </Form.Item>
      {kind === 'place' ? (
        <Form.Item label={words.place} name="place" extra={words.placeHint} rules={needed}>
          <AreaPicker kind="place" label={words.place} />
        </Form.Item>
      ) : (
        <Form.Item label={words.unit} name="unit" extra={words.unitHint} rules={needed}>
          <AreaPicker kind="unit" label={words.unit} />
        </Form.Item>
      )}
    </>
  )
}
