import { Link } from '@tanstack/react-router'
import { useSay } from '../../../ui/language/language.ts'
import { navGroups } from '../../nav.ts'
import { useMay } from '../session/me.ts'
import { useShellWords } from '../words.ts'
import css from './side-nav.module.css'

/** The rooms this reader may enter. */
export function SideNav({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const words = useShellWords()
  const say = useSay()
  const may = useMay()
  const groups = navGroups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => !entry.needs || may(entry.needs)) }))
    .filter((group) => group.entries.length)
  return (
    <nav aria-label={words.mainNav} className={folded ? css.folded : css.nav}>
      {groups.map((group) => (
        <div key={group.entries[0]?.to} className={css.group}>
          {group.label && !folded ? <p className={css.label}>{say(group.label)}</p> : null}
          <ul className={css.list}>
            {group.entries.map((entry) => (
              <li key={entry.to}>
                <Link
                  to={entry.to}
                  className={css.link ?? ''}
                  activeProps={{ className: css.active ?? '' }}
                  activeOptions={{ exact: entry.to === '/', includeSearch: false }}
                  title={folded ? say(entry.label) : undefined}
                  onClick={onGo}
                >
                  <span className={css.icon} aria-hidden="true">
                    {entry.icon}
                  </span>
                  <span className={folded ? 'visually-hidden' : undefined}>{say(entry.label)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
