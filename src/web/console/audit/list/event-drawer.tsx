import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { isRole } from '#modules/accounts/rules.ts'
import { roleWords } from '#modules/accounts/words.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { type Fact, Facts } from '../../../ui/page/facts.tsx'
import { useMay } from '../../shell/session/me.ts'
import type { AuditLine } from '../queries.ts'
import { useFieldName } from '../use-field-name.ts'
import { useAuditWords } from '../words.ts'
import css from './event-drawer.module.css'
import { resultTones, Who } from './use-audit-columns.tsx'

/** One row with everything it holds. */
export function EventDrawer({ event, onClose }: { event: AuditLine; onClose: () => void }) {
  const words = useAuditWords()
  const say = useSay()
  const may = useMay()
  const times = useTimes()
  const nameOf = useFieldName()
  const { enumerate } = usePunctuation()
  const code = (text: string | null) => (text ? <code className={css.code}>{text}</code> : null)
  const day = event.at.slice(0, 10)
  const facts: Fact[] = [
    { label: words.seq, value: event.seq },
    { label: words.at, value: times.minute(event.at) },
    { label: words.account, value: <Who event={event} /> },
    { label: words.login, value: event.account?.login },
    {
      label: words.result,
      value: <Mark tone={resultTones[event.result]}>{words.results[event.result]}</Mark>,
    },
    { label: words.roles, value: enumerate(event.roles.map((role) => (isRole(role) ? say(roleWords[role]) : role))) },
    { label: words.address, value: event.address },
    { label: words.about, value: code(event.subject), wide: true },
    { label: words.purpose, value: event.purpose, wide: true },
    { label: words.changed, value: enumerate(event.changed.map(nameOf)), wide: true },
    { label: words.before, value: code(event.before), wide: true },
    { label: words.after, value: code(event.after), wide: true },
    {
      label: words.detail,
      value: Object.keys(event.detail).length ? <Details detail={event.detail} /> : null,
      wide: true,
    },
    { label: words.device, value: event.device, wide: true },
    { label: words.session, value: code(event.session), wide: true },
    { label: words.request, value: code(event.requestId), wide: true },
    { label: words.hash, value: code(event.hash), wide: true },
  ]
  return (
    <Drawer title={say(event.what)} open onClose={onClose} size={640} styles={{ wrapper: { maxWidth: '100vw' } }}>
      <Facts items={facts.filter(({ wide, value }) => !wide || (value !== null && value !== ''))} />
      {event.session && may('audit.read') ? (
        <p className={css.follow}>
          <Link to="/incident" search={{ session: event.session, from: day, until: day }}>
            {words.follow}
          </Link>
        </p>
      ) : null}
    </Drawer>
  )
}

function Details({ detail }: { detail: AuditLine['detail'] }) {
  return <pre className={css.detail}>{JSON.stringify(detail, null, 1)}</pre>
}
