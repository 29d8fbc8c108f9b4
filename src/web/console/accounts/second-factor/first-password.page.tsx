import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMe } from '../../shell/session/me.ts'
import { useSignOut } from '../../shell/session/use-sign-out.ts'
import { DoorFrame } from '../door/door-frame.tsx'
import { PasswordForm } from '../settings/password-form.tsx'
import { useAccountsWords } from '../words.ts'
import { useGoingOn } from './use-going-on.ts'
import { useSignInWords } from './words.ts'

const route = getRouteApi('/first-password')

/** Stands between a password that was handed over, or has grown too old, and everything else. */
export function FirstPasswordPage() {
  const words = useAccountsWords()
  const door = useSignInWords()
  const { isFirstPassword } = useMe()
  const { to } = route.useSearch()
  const signOut = useSignOut()
  const goOn = useGoingOn(to)
  const [title, lead, old] = isFirstPassword
    ? [words.firstPassword, words.firstPasswordLead, words.oneTimePassword]
    : [door.expiredPassword, door.expiredPasswordLead, door.currentPassword]
  return (
    <DoorFrame title={title} lead={lead}>
      <PasswordForm oldLabel={old} submitLabel={words.setPassword} onDone={goOn} />
      <Button type="link" block onClick={() => signOut.mutate()} style={{ marginTop: 8 }}>
        {door.otherAccount}
      </Button>
    </DoorFrame>
  )
}
