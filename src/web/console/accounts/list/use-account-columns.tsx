import { Button } from 'antd'
import { useState } from 'react'
import { roleWords, stateWords } from '#modules/accounts/words.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { AccountLine } from '../queries.ts'
import { useAdministrationWords } from '../requests/words.ts'
import { useAccountsWords } from '../words.ts'

export function useAccountColumns(onManage: (id: string) => void): Column<AccountLine>[] {
  const words = useAccountsWords()
  const kit = useKitWords()
  const say = useSay()
  const times = useTimes()
  const grantsOf = (account: AccountLine) =>
    account.grants.map((grant) => (
      <div key={grant.id}>
        {say(roleWords[grant.role])} · {grant.where.name}
        {grant.isValid ? null : <Mark>{words.notValid}</Mark>}
      </div>
    ))
  return [
    { key: 'name', title: words.personName, render: (account) => account.name },
    { key: 'login', title: words.login, render: (account) => account.login },
    {
      key: 'grants',
      title: words.currentGrants,
      width: 220,
      render: (account) =>
        account.grants.length ? <div>{grantsOf(account)}</div> : <Mark tone="doubtful">{words.noGrants}</Mark>,
    },
    { key: 'status', title: words.status, render: (account) => <AccountState account={account} /> },
    {
      key: 'lastSignedInAt',
      title: words.lastSignedIn,
      render: (account) => (account.lastSignedInAt ? times.minute(account.lastSignedInAt) : words.never),
    },
    {
      key: 'acts',
      title: kit.acts,
      render: (account) => (
        <Button size="small" aria-label={words.manageOf(account.name)} onClick={() => onManage(account.id)}>
          {words.manage}
        </Button>
      ),
    },
  ]
}

const TONES = {
  pending: 'doubtful',
  refused: 'plain',
  invited: 'doubtful',
  open: 'good',
  disabled: 'bad',
  closed: 'plain',
} as const

export function AccountState({ account }: { account: AccountLine }) {
  const words = useAccountsWords()
  const more = useAdministrationWords()
  const say = useSay()
  const [now] = useState(() => Date.now())
  const { status, activationUntil, lockedUntil } = account
  const hasLapsed = status === 'invited' && activationUntil !== null && Date.parse(activationUntil) <= now
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      <Mark tone={TONES[status]}>{say(stateWords[status])}</Mark>
      {lockedUntil ? <Mark tone="bad">{words.locked}</Mark> : null}
      {hasLapsed ? <Mark tone="bad">{more.lapsed}</Mark> : null}
    </span>
  )
}
