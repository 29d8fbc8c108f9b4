import DownOutlined from '@ant-design/icons/DownOutlined'
import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import { useState } from 'react'
import { roleWords } from '#modules/accounts/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useMe } from '../session/me.ts'
import { useSignOut } from '../session/use-sign-out.ts'
import { useShellWords } from '../words.ts'
import css from './top.module.css'

/** Who is signed in and as what; their settings; the way out. */
export function AccountMenu() {
  const words = useShellWords()
  const say = useSay()
  const me = useMe()
  const { enumerate } = usePunctuation()
  const signOut = useSignOut()
  const [isOpen, setOpen] = useState(false)
  const card = (
    <div className={css.card}>
      <p className={css.cardName}>{me.account.name}</p>
      <p className={css.cardRole}>{me.roles.map((role) => say(roleWords[role])).join(' · ')}</p>
      <p className={css.cardRole}>{enumerate(me.scope)}</p>
      <Link to="/settings" className={css.cardLink ?? ''} onClick={() => setOpen(false)}>
        {words.settings}
      </Link>
      <button type="button" className={css.cardLink} onClick={() => signOut.mutate()}>
        {words.signOut}
      </button>
    </div>
  )
  return (
    <Popover content={card} trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen}>
      <button type="button" className={css.quiet} aria-expanded={isOpen}>
        <span className={css.disc} aria-hidden="true">
          {[...me.account.name][0]}
        </span>
        <span className={css.who}>{me.account.name}</span>
        <span className="visually-hidden">{words.account}</span>
        <DownOutlined aria-hidden="true" style={{ fontSize: 11 }} />
      </button>
    </Popover>
  )
}
