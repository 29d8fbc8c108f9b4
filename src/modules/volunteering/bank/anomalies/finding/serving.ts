import { officeDay } from '#platform/clock.ts'
import type { FindingKind } from './limits.ts'
import type { Basis, Hit, Rule, ServiceTrace, Traces } from './traces.ts'
import { crowded, DAY_MS, dayOf, different, grouped, sumOf } from './windows.ts'

const basis = ({ id, personId, at }: ServiceTrace): Basis => ({ what: 'service', id, personId, at })
const minutesOf = (rows: readonly ServiceTrace[]) => sumOf(rows, (row) => row.minutes)

type Asked = {
  groupOf: (row: ServiceTrace) => string | null
  about: 'person' | 'account'
  days: number
  isTooMuch: (stretch: readonly ServiceTrace[]) => boolean
}

function standing({ services, since }: Traces, { groupOf, about, days, isTooMuch }: Asked): Hit[] {
  return [...grouped(services, groupOf)].flatMap(([key, own]) => {
    const found = crowded(own, { span: days * DAY_MS, since }, isTooMuch)
    const [id = ''] = key.split(' ')
    return found.length ? [{ subject: { kind: about, id }, rows: found.map(basis) }] : []
  })
}

const byPerson = (row: ServiceTrace) => row.personId

/** Days of so many minutes at least, among rows of one person. */
function fullDays(rows: readonly ServiceTrace[], least: number): number {
  const days = grouped(rows, ({ at }) => String(dayOf(at)))
  return [...days.values()].filter((own) => minutesOf(own) >= least).length
}

export const SERVICE_RULES = {
  hours: (traces, { minutes, days }) =>
    standing(traces, {
      groupOf: byPerson,
      about: 'person',
      days,
      isTooMuch: (stretch) => minutesOf(stretch) >= minutes,
    }),
  long_days: (traces, { count, minutes, days }) =>
    standing(traces, {
      groupOf: byPerson,
      about: 'person',
      days,
      isTooMuch: (stretch) => fullDays(stretch, minutes) >= count,
    }),
  late_entries: (traces, { count, days }) =>
    standing(traces, {
      groupOf: (row) => (row.lateBy ? row.personId : null),
      about: 'person',
      days,
      isTooMuch: (stretch) => stretch.length >= count,
    }),
  late_pair: (traces, { count, days }) =>
    standing(traces, {
      groupOf: ({ lateBy, approvedBy }) => (lateBy && approvedBy ? `${lateBy} ${approvedBy}` : null),
      about: 'account',
      days,
      isTooMuch: (stretch) => stretch.length >= count && different(stretch, byPerson) > 1,
    }),
  one_word: (traces, { minutes, days }) =>
    standing(traces, {
      groupOf: ({ wordOf, personId }) => (wordOf ? `${wordOf} ${personId}` : null),
      about: 'account',
      days,
      isTooMuch: (stretch) => minutesOf(stretch) >= minutes,
    }),
  funnel: ({ gifts, since }, { people, days }) =>
    [...grouped(gifts, ({ takerId }) => takerId)].flatMap(([id, own]) => {
      const found = crowded(
        own,
        { span: days * DAY_MS, since },
        (rows) => different(rows, (row) => row.personId) >= people,
      )
      const rows = found.map((gift) => ({ what: 'gift', id: gift.id, personId: gift.personId, at: gift.at }) as const)
      return rows.length ? [{ subject: { kind: 'person', id } as const, rows }] : []
    }),
  after_death: ({ redemptions, services, since }, { count }) => {
    const late = [
      ...redemptions.map((row) => ({ ...row, what: 'redemption' as const })),
      ...services.map((row) => ({ ...row, what: 'service' as const })),
    ].filter(({ at, diedOn }) => at >= since && diedOn !== null && officeDay(new Date(at)) > diedOn)
    return [...grouped(late, ({ personId }) => personId)].flatMap(([id, own]) =>
      own.length >= count
        ? [
            {
              subject: { kind: 'person', id } as const,
              rows: own.map(({ what, id: of, personId, at }) => ({ what, id: of, personId, at })),
            },
          ]
        : [],
    )
  },
} satisfies Partial<Record<FindingKind, Rule>>
