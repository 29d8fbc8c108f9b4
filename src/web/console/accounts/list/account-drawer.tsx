import { Button, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { GrantForm } from '../grants/grant-form.tsx'
import { Grants } from '../grants/grants.tsx'
import { ACCOUNTS, type AccountLine } from '../queries.ts'
import { useAccountsWords } from '../words.ts'
import type { HandedOver } from './hand-over.tsx'
import { AccountState } from './use-account-columns.tsx'

type AccountDrawerProps = { account: AccountLine; onClose: () => void; onReset: (handed: HandedOver) => void }

/** One account: its state, its grants, and what may be done with it. */
export function AccountDrawer({ account, onClose, onReset }: AccountDrawerProps) {
  const words = useAccountsWords()
  const times = useTimes()
  const [isGranting, setGranting] = useState(false)
  return (
    <Drawer title={account.name} open onClose={onClose} size={640} styles={{ wrapper: { maxWidth: '100vw' } }}>
      <Facts
        items={[
          { label: words.login, value: account.login },
          { label: words.status, value: <AccountState account={account} /> },
          {
            label: words.lastSignedIn,
            value: account.lastSignedInAt ? times.minute(account.lastSignedInAt) : words.never,
          },
        ]}
      />
      <AccountActs account={account} onReset={onReset} onGrant={() => setGranting(true)} />
      <Grants account={account} />
      {isGranting ? <GrantForm account={account} onClose={() => setGranting(false)} /> : null}
    </Drawer>
  )
}

type AccountActsProps = { account: AccountLine; onReset: (handed: HandedOver) => void; onGrant: () => void }

function AccountActs({ account, onReset, onGrant }: AccountActsProps) {
  const words = useAccountsWords()
  const reset = useAct(() => api.accounts.resetPassword({ id: account.id }), { refresh: [ACCOUNTS], onDone: onReset })
  const close = useAct(() => api.accounts.closeAccount({ id: account.id }), {
    said: words.accountClosed,
    refresh: [ACCOUNTS],
  })
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '20px 0' }}>
        {account.can.grant ? (
          <Button type="primary" onClick={onGrant}>
            {words.grant}
          </Button>
        ) : null}
        {account.can.resetPassword ? (
          <Popconfirm title={words.resetSure(account.name)} onConfirm={() => reset.mutate()}>
            <Button loading={reset.isPending}>{words.resetPassword}</Button>
          </Popconfirm>
        ) : null}
        {account.can.close ? (
          <Popconfirm title={words.closeSure(account.name)} onConfirm={() => close.mutate()}>
            <Button danger loading={close.isPending}>
              {words.closeAccount}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      <ErrorNotice error={reset.error ?? close.error} />
    </>
  )
}
