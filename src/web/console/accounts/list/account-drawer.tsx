import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { useMay } from '../../shell/session/me.ts'
import { GrantForm } from '../grants/grant-form.tsx'
import { Grants } from '../grants/grants.tsx'
import { AccountSecurity } from '../identity/account-security.tsx'
import { ACCOUNTS, type AccountLine } from '../queries.ts'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'
import { AskForAccount } from './ask-for-account.tsx'
import { CloseAccount } from './close-account.tsx'
import { AccountState } from './use-account-columns.tsx'

type AccountDrawerProps = { account: AccountLine; onClose: () => void }

/** One account: its state, its grants, and what may be done with it. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  const [isGranting, setGranting] = useState(false)
  return (
    <Drawer title={account.name} open onClose={onClose} size={640} styles={{ wrapper: { maxWidth: '100vw' } }}>
      <AccountFacts account={account} />
      <AccountActs account={account} onGrant={() => setGranting(true)} />
      <div style={{ display: 'grid', gap: 20 }}>
        <Grants account={account} />
        <AccountSecurity account={account} />
      </div>
      {isGranting ? <GrantForm account={account} onClose={() => setGranting(false)} /> : null}
    </Drawer>
  )
}

function AccountFacts({ account }: { account: AccountLine }) {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const times = useTimes()
  const { lastSignedInAt, closedAt, closeReason, disabledAt, mobileTail } = account
  const ended = closedAt
    ? [{ label: more.closedOn, value: `${times.day(closedAt)} ${closeReason ? more.closeReasons[closeReason] : ''}` }]
    : []
  const disabled = disabledAt && !closedAt ? [{ label: more.disabledOn, value: times.day(disabledAt) }] : []
  return (
    <Facts
      items={[
        { label: words.login, value: account.login },
        { label: words.status, value: <AccountState account={account} /> },
        { label: words.lastSignedIn, value: lastSignedInAt ? times.minute(lastSignedInAt) : words.never },
        ...(mobileTail ? [{ label: more.mobile, value: `*******${mobileTail}` }] : []),
        ...disabled,
        ...ended,
      ]}
    />
  )
}

type AccountActsProps = { account: AccountLine; onGrant: () => void }

function AccountActs({ account, onGrant }: AccountActsProps) {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const may = useMay()
  const { id, can } = account
  const [isClosing, setClosing] = useState(false)
  const unlock = useAct(() => api.accounts.unlockAccount({ id }), { said: more.unlocked, refresh: [ACCOUNTS] })
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '20px 0' }}>
        {can.grant ? (
          <Button type="primary" onClick={onGrant}>
            {words.grant}
          </Button>
        ) : null}
        {account.lockedUntil && can.unlock ? (
          <Button onClick={() => unlock.mutate()} loading={unlock.isPending}>
            {more.unlock}
          </Button>
        ) : null}
        {can.ask ? <AskForAccount account={account} /> : null}
        {may('grants.manage') && account.status === 'open' ? (
          <ButtonLink to="/accounts/$id/preview" params={{ id }}>
            {more.preview}
          </ButtonLink>
        ) : null}
        {can.close ? (
          <Button danger onClick={() => setClosing(true)}>
            {more.close}
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={unlock.error} />
      {isClosing ? <CloseAccount account={account} onClose={() => setClosing(false)} /> : null}
    </>
  )
}
