import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { ACCOUNTS, type AccountLine, type GrantLine, grantsQuery } from '../queries.ts'
import { useAccountsWords } from '../words.ts'
import css from './grants.module.css'

/** Every grant of an account, present and past, with who gave and took it. */
export function Grants({ account }: { account: AccountLine }) {
  const words = useAccountsWords()
  const grants = useQuery(grantsQuery(account.id))
  const revoke = useAct((grant: string) => api.grants.revokeGrant({ id: account.id, grant }), {
    said: words.revoked,
    refresh: [ACCOUNTS],
  })
  return (
    <Section title={words.grants} note={words.grantsNote}>
      <ErrorNotice error={revoke.error} />
      <Answer query={grants}>
        {({ items }) =>
          items.length ? (
            <ul className={css.list}>
              {items.map((grant) => (
                <Grant
                  key={grant.id}
                  grant={grant}
                  mayRevoke={account.can.revoke}
                  onRevoke={() => revoke.mutate(grant.id)}
                />
              ))}
            </ul>
          ) : (
            <EmptyState title={words.noGrants} hint={words.noGrantsHint} />
          )
        }
      </Answer>
    </Section>
  )
}

type GrantProps = { grant: GrantLine; mayRevoke: boolean; onRevoke: () => void }

function Grant({ grant, mayRevoke, onRevoke }: GrantProps) {
  const words = useAccountsWords()
  const say = useSay()
  const times = useTimes()
  const role = say(roleWords[grant.role])
  const state = grant.revokedAt ? (
    <Mark>{words.revoked}</Mark>
  ) : !grant.isSound ? (
    <Mark tone="bad">{words.unsound}</Mark>
  ) : (
    <Mark tone={grant.isValid ? 'good' : 'plain'}>{grant.isValid ? words.valid : words.notValid}</Mark>
  )
  return (
    <li className={css.grant}>
      <div>
        <p>
          <strong>{role}</strong> · {grant.where.name} {state}
        </p>
        <p className={css.more}>
          {times.day(grant.from)} — {grant.until ? times.day(grant.until) : words.forever}
        </p>
        <p className={css.more}>{words.grantedBy(grant.grantedBy ?? words.bySystem, times.day(grant.grantedAt))}</p>
        {grant.revokedAt ? (
          <p className={css.more}>{words.revokedBy(grant.revokedBy ?? words.bySystem, times.day(grant.revokedAt))}</p>
        ) : null}
      </div>
      {mayRevoke && !grant.revokedAt ? (
        <Popconfirm title={words.revokeSure} onConfirm={onRevoke}>
          <Button size="small" aria-label={words.revokeOf(role, grant.where.name)}>
            {words.revoke}
          </Button>
        </Popconfirm>
      ) : null}
    </li>
  )
}
