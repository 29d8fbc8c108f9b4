import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { ADMINISTRATORS, type Administrator } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'
import css from './door.module.css'

type Named = { name: string; login: string; mobile: string }
export type Founding = { code: string; bureau: string; administrators: Record<Administrator, Named> }
type FoundingFieldsProps = { finder: ReactNode; hasCounty: boolean; error: unknown; pending: boolean }

export function FoundingFields({ finder, hasCounty, error, pending }: FoundingFieldsProps) {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const kit = useKitWords()
  const needed = (label: string) => [{ required: true, message: kit.required(label) }]
  return (
    <>
      <h2 className={css.step}>{words.stepCode}</h2>
      <Form.Item label={words.setupCode} name="code" extra={words.setupCodeHint} rules={needed(words.setupCode)}>
        <Input autoComplete="off" spellCheck={false} placeholder="ABCD-EFGH-JKMN" />
      </Form.Item>
      <h2 className={css.step}>{words.stepCounty}</h2>
      {finder}
      <TextField label={words.bureau} name="bureau" required autoComplete="organization" />
      <h2 className={css.step}>{more.stepThree}</h2>
      <p className={css.lead}>{more.stepThreeNote}</p>
      {ADMINISTRATORS.map((role) => (
        <Person key={role} role={role} />
      ))}
      <ErrorNotice error={error} />
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={pending}
        disabled={!hasCounty}
        style={{ marginTop: 16 }}
      >
        {pending ? words.settingUp : more.setUpNow}
      </Button>
      {hasCounty ? null : <p className={css.help}>{words.chooseCountyFirst}</p>}
    </>
  )
}

function Person({ role }: { role: Administrator }) {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const say = useSay()
  const at = (key: keyof Named) => ['administrators', role, key]
  return (
    <fieldset className={css.person}>
      <legend>{say(roleWords[role])}</legend>
      <p className={css.lead}>{more.duties[role]}</p>
      <TextField label={words.personName} name={at('name')} most={40} required />
      <TextField label={words.login} name={at('login')} most={40} required hint={words.loginHint} />
      <TextField label={more.mobile} name={at('mobile')} most={20} required />
    </fieldset>
  )
}
