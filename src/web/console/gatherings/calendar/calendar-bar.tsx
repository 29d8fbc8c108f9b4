import { Button } from 'antd'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { useCalendarWords } from '../words.ts'
import css from './calendar.module.css'
import { daysOf, stepped } from './days.ts'
import { useCalendar } from './use-calendar.ts'

/** What is looked at, and the way to what comes before and after. */
export function CalendarBar() {
  const words = useCalendarWords()
  const { view, narrow, day, today, change } = useCalendar()
  const go = (next: string) => change({ day: next === today ? undefined : next })
  return (
    <div className={css.bar}>
      <span className={css.span} aria-live="polite">
        {useSpanWords()}
      </span>
      <div className={css.steps}>
        <Button onClick={() => go(stepped(view, day, -1))}>{words.previous}</Button>
        <Button onClick={() => go(today)} disabled={day === today}>
          {words.today}
        </Button>
        <Button onClick={() => go(stepped(view, day, 1))}>{words.next}</Button>
      </div>
      {narrow ? null : (
        <div className={css.views}>
          <Tabs
            label={words.views}
            value={view}
            onChange={(next) => change({ view: next === 'month' ? undefined : next })}
            options={(['month', 'week', 'list'] as const).map((value) => ({ value, label: words[value] }))}
          />
        </div>
      )}
    </div>
  )
}

function useSpanWords(): string {
  const words = useCalendarWords()
  const { view, day } = useCalendar()
  const shown = (one: string) => {
    const [, month = 1, date = 1] = one.split('-').map(Number)
    return words.dayOf(month, date)
  }
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (view === 'month') return words.monthOf(year, month)
  if (view === 'list') return `${shown(day)} →`
  const days = daysOf('week', day)
  return `${shown(days[0] ?? day)} – ${shown(days.at(-1) ?? day)}`
}
