import { Link } from '@tanstack/react-router'
import type { GatheringLine } from '../queries.ts'
import { useCalendarWords } from '../words.ts'
import css from './calendar.module.css'
import { clockOf, dayOf, daysOf } from './days.ts'
import { useCalendar } from './use-calendar.ts'

const SHOWN = 3

/** Days in weeks: a month shows the first few of each day, a week all of them. */
export function DayGrid({ view, items }: { view: 'month' | 'week'; items: readonly GatheringLine[] }) {
  const words = useCalendarWords()
  const { day, today } = useCalendar()
  const days = daysOf(view, day)
  const byDay = Map.groupBy(items, (item) => dayOf(item.startsAt))
  const weeks = Array.from({ length: days.length / 7 }, (_, n) => days.slice(n * 7, n * 7 + 7))
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls; its links may all lie outside what is seen
    <div className={css.scroll} role="group" aria-label={words.title} tabIndex={0}>
      <table className={css.grid}>
        <thead>
          <tr>
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td
                  key={one}
                  className={[
                    view === 'week' ? css.tall : '',
                    view === 'month' && one.slice(0, 7) !== day.slice(0, 7) ? css.other : '',
                    one === today ? css.today : '',
                  ].join(' ')}
                >
                  <DayCell day={one} items={byDay.get(one) ?? []} most={view === 'month' ? SHOWN : items.length} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type DayCellProps = { day: string; items: readonly GatheringLine[]; most: number }

function DayCell({ day, items, most }: DayCellProps) {
  const words = useCalendarWords()
  const { change } = useCalendar()
  const rest = items.length - most
  return (
    <>
      <span className={css.date}>{Number(day.slice(8))}</span>
      <ul className={css.items}>
        {items.slice(0, most).map((item) => (
          <li key={item.id}>
            <GatheringLink item={item} />
          </li>
        ))}
        {rest > 0 ? (
          <li>
            <button type="button" className={css.more} onClick={() => change({ view: 'week', day })}>
              {words.more(rest)}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  )
}

function GatheringLink({ item }: { item: GatheringLine }) {
  const words = useCalendarWords()
  const where = item.site ?? item.place
  const tone = item.status === 'planned' ? '' : css[item.status]
  return (
    <Link
      to="/gatherings/$id"
      params={{ id: item.id }}
      className={`${css.item} ${tone}`}
      title={`${clockOf(item.startsAt)} ${item.title} · ${where} · ${words.statuses[item.status]}`}
    >
      <span className={css.clock}>{clockOf(item.startsAt)}</span>
      {item.title}
    </Link>
  )
}
