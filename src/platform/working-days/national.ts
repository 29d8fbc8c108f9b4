// The data alone: the library's functions read days in the machine's zone, and the office's day is Shanghai's wherever the machine stands.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

const off = Object.keys(calendar.holidays)
const on = Object.keys(calendar.workdays)

/** Holidays, and weekends that are worked for them, as 国务院办公厅 announced them, with the years it is known for. */
export const national = {
  days: new Map([...off.map((day) => [day, false] as const), ...on.map((day) => [day, true] as const)]),
  years: new Set(off.map((day) => Number(day.slice(0, 4)))),
}
