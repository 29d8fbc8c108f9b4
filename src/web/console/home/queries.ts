import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { officeToday, roundBirthdays } from './birthdays.ts'

export type Quality = Awaited<ReturnType<typeof api.search.readQuality>>
export type Batch = Awaited<ReturnType<typeof api.rosterImport.listImports>>['items'][number]
const RECENT = 5
const MOST = 20

export const qualityQuery = queryOptions({
  queryKey: ['people', 'quality'],
  queryFn: () => api.search.readQuality(),
})
export const importsQuery = queryOptions({
  queryKey: ['imports', 'recent'],
  queryFn: () => api.rosterImport.listImports({ limit: RECENT }),
})

/** One short question for each age that is told; birth dates are indexed. */
export const birthdaysQuery = queryOptions({
  queryKey: ['people', 'birthdays'],
  queryFn: async () => {
    const today = officeToday(new Date())
    const asked = roundBirthdays(today).map(async ({ age, from, to }) => {
      const where = [{ field: 'birthOn', op: 'between' as const, value: [from, to] }]
      const { items } = await api.search.listPeople({ where, limit: MOST, counted: false, columns: ['birthOn'] })
      return items.map((person) => ({ person, age, birthOn: String(person.fields['birthOn'] ?? '') }))
    })
    const found = (await Promise.all(asked)).flat()
    return found.toSorted((a, b) => daysFrom(today, a.birthOn) - daysFrom(today, b.birthOn))
  },
  staleTime: 10 * 60_000,
})

/** Days from today to the birthday whose month and day these are, across the end of the year too. */
function daysFrom(today: string, birthOn: string): number {
  const monthDay = birthOn.slice(5)
  return monthDay >= today.slice(5) ? Number(monthDay.replace('-', '')) : Number(monthDay.replace('-', '')) + 1300
}
