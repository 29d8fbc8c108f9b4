import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PasswordForm } from '../settings/password-form.tsx'
import { useAccountsWords } from '../words.ts'
import { DoorFrame } from './door-frame.tsx'

/** Stands between a one-time password and everything else. */
export function FirstPasswordPage() {
  const words = useAccountsWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const go = () => {
    client.clear()
    navigate({ to: '/' }).catch(() => location.assign('/'))
  }
  return (
    <DoorFrame title={words.firstPassword} lead={words.firstPasswordLead}>
      <PasswordForm oldLabel={words.oneTimePassword} submitLabel={words.setPassword} onDone={go} />
    </DoorFrame>
  )
}
