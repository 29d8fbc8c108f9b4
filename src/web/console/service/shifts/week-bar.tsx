import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { shiftDays } from '../../gatherings/calendar/days.ts'
import { mondayOf } from '../queries.ts'
import css from '../service.module.css'
import { useShiftsWords } from '../words.ts'

const route = getRouteApi('/shell/shifts')

/** Which week is looked at, and the way to the next. */
export function WeekBar({ day, today }: { day: string; today: string }) {
  const words = useShiftsWords()
  const navigate = route.useNavigate()
  const monday = mondayOf(day)
  const go = (to: string) => {
    navigate({ search: (old) => ({ ...old, day: to === mondayOf(today) ? undefined : to }) }).catch(() => undefined)
  }
  return (
    <div className={css.week} role="group" aria-label={words.week}>
      <Button onClick={() => go(shiftDays(monday, -7))}>{words.previousWeek}</Button>
      <strong aria-live="polite">{words.weekOf(monday, shiftDays(monday, 6))}</strong>
      <Button onClick={() => go(shiftDays(monday, 7))}>{words.nextWeek}</Button>
      {monday === mondayOf(today) ? null : <Button onClick={() => go(mondayOf(today))}>{words.thisWeek}</Button>}
    </div>
  )
}
