import { Button, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { useAddressWords } from '../words.ts'
import css from './addresses.module.css'
import { addressesQuery, type Listed, type Subject } from './queries.ts'

type ListProps = { subject: Subject; items: Listed['items']; mayStop: boolean }

/** Who made which address when, and the way to stop it. */
export function AddressList({ subject, items, mayStop }: ListProps) {
  const words = useAddressWords()
  const times = useTimes()
  const stop = useAct((id: string) => api.calendarAddresses.stopCalendarAddress({ id }), {
    said: words.stopped,
    refresh: [addressesQuery(subject).queryKey],
  })
  return (
    <>
      <ul className={css.list}>
        {items.map(({ id, label, onBehalf, madeAt, madeBy }) => (
          <li key={id} className={css.line}>
            <span>
              {onBehalf ? words.by[onBehalf] : (label ?? words.noLabel)}
              <span className={css.soft}>{words.made(times.minute(madeAt), madeBy ?? '')}</span>
            </span>
            {mayStop ? (
              <Popconfirm title={words.stopSure} okText={words.stop} onConfirm={() => stop.mutate(id)}>
                <Button loading={stop.isPending && stop.variables === id}>{words.stop}</Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      <ErrorNotice error={stop.error} />
    </>
  )
}
