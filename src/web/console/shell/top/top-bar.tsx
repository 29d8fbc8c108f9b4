import MenuOutlined from '@ant-design/icons/MenuOutlined'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { useMay, useMe } from '../session/me.ts'
import { useShellWords } from '../words.ts'
import { AccountMenu } from './account-menu.tsx'
import { InboxBell } from './inbox-bell.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { PersonSearch } from './person-search.tsx'
import css from './top.module.css'

type TopBarProps = { narrow: boolean; onMenu: () => void }

export function TopBar({ narrow, onMenu }: TopBarProps) {
  const words = useShellWords()
  const me = useMe()
  const may = useMay()
  return (
    <header className={css.bar}>
      {narrow ? <Button type="text" aria-label={words.openNav} icon={<MenuOutlined />} onClick={onMenu} /> : null}
      <span className={css.county}>{me.county.name}</span>
      {may('people.read') ? <PersonSearch /> : null}
      <span className={css.spring} />
      <InboxBell />
      <LanguageSwitch onChange={(lang) => api.sessions.changeMyLanguage({ lang }).catch(() => undefined)} />
      <AccountMenu />
    </header>
  )
}
