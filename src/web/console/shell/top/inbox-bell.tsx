import BellOutlined from '@ant-design/icons/BellOutlined'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unreadQuery } from '../../messages/queries.ts'
import { useMessageWords } from '../../messages/words.ts'
import css from './top.module.css'

/** The way to one's own messages, with how many are unread. */
export function InboxBell() {
  const words = useMessageWords()
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  return (
    <Link
      to="/inbox"
      className={css.quiet ?? ''}
      aria-label={words.unreadCount(unread)}
      title={words.unreadCount(unread)}
    >
      <span className={css.bell} aria-hidden="true">
        <BellOutlined />
        {unread ? <span className={css.unread}>{unread > 99 ? '99+' : unread}</span> : null}
      </span>
    </Link>
  )
}
