import { Link } from '@tanstack/react-router'
import { kinds } from '#modules/gatherings/codes/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { GatheringLine } from '../queries.ts'
import { useCalendarWords } from '../words.ts'
import css from './calendar.module.css'
import { clockOf, dayOf } from './days.ts'
import { useCalendar } from './use-calendar.ts'

/** What comes, in its order: a table at the desk, days with cards on a phone. */
export function GatheringList({ items, isStale }: { items: readonly GatheringLine[]; isStale: boolean }) {
  const words = useCalendarWords()
  const { narrow } = useCalendar()
  const columns = useColumns()
  if (narrow) return <DayCards items={items} />
  return <DataTable label={words.list} columns={columns} rows={items} rowKey={(item) => item.id} stale={isStale} />
}

function StatusMark({ item }: { item: GatheringLine }) {
  const words = useCalendarWords()
  const tone = { planned: 'good', held: 'plain', cancelled: 'bad' } as const
  return <Mark tone={tone[item.status]}>{words.statuses[item.status]}</Mark>
}

function useColumns(): Column<GatheringLine>[] {
  const words = useCalendarWords()
  const say = useSay()
  return [
    {
      key: 'title',
      title: words.name,
      render: (item) => (
        <Link to="/gatherings/$id" params={{ id: item.id }}>
          {item.title}
        </Link>
      ),
    },
    {
      key: 'when',
      title: words.when,
      width: 190,
      render: (item) => `${dayOf(item.startsAt)} ${clockOf(item.startsAt)}–${clockOf(item.endsAt)}`,
    },
    { key: 'where', title: words.where, render: (item) => [item.place, item.site].filter(Boolean).join(' · ') },
    { key: 'kind', title: words.kind, render: (item) => say(kinds[item.kind]) },
    { key: 'people', title: words.people, render: (item) => <Counts item={item} /> },
    { key: 'status', title: words.status, render: (item) => <StatusMark item={item} /> },
  ]
}

function Counts({ item }: { item: GatheringLine }) {
  const words = useCalendarWords()
  if (item.status === 'held') return words.presentCount(item.present)
  const taken = words.peopleOf(item.taken, item.capacity)
  return item.waiting ? `${taken} · ${words.waitingCount(item.waiting)}` : taken
}

function DayCards({ items }: { items: readonly GatheringLine[] }) {
  const words = useCalendarWords()
  const days = [...Map.groupBy(items, (item) => dayOf(item.startsAt))]
  return (
    <>
      {days.map(([day, ofDay]) => (
        <section key={day}>
          <h3 className={css.day} style={{ paddingLeft: 16 }}>
            {day} {words.weekdays[(new Date(day).getUTCDay() + 6) % 7]}
          </h3>
          <ul className={css.cards}>
            {ofDay.map((item) => (
              <li key={item.id} className={css.card}>
                <span>{clockOf(item.startsAt)}</span>
                <div>
                  <Link to="/gatherings/$id" params={{ id: item.id }}>
                    {item.title}
                  </Link>{' '}
                  {item.status === 'planned' ? null : <StatusMark item={item} />}
                  <span className={css.soft}>
                    {[item.place, item.site].filter(Boolean).join(' · ')} · <Counts item={item} />
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
