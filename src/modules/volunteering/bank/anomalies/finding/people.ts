import type { FindingKind } from './limits.ts'
import type { Basis, Hit, RedemptionTrace, Rule, Subject } from './traces.ts'
import { type Handed, handedOver } from './usual.ts'
import { crowded, DAY_MS, dayOf, different, grouped, sumOf } from './windows.ts'

const basis = ({ id, personId, at }: RedemptionTrace): Basis => ({ what: 'redemption', id, personId, at })

/** One finding of each subject that has rows which stand out. */
function standing<T extends RedemptionTrace>(
  groups: Iterable<readonly [Subject, readonly T[]]>,
  standingOut: (rows: readonly T[]) => readonly T[],
): Hit[] {
  return [...groups].flatMap(([subject, rows]) => {
    const found = standingOut(rows)
    return found.length ? [{ subject, rows: found.map(basis) }] : []
  })
}

function byPerson<T extends RedemptionTrace>(rows: readonly T[]): (readonly [Subject, T[]])[] {
  return [...grouped(rows, ({ personId }) => personId)].map(([id, own]) => [{ kind: 'person', id }, own] as const)
}

const kept = (rows: readonly RedemptionTrace[]) =>
  rows.filter(({ status }) => status === 'handed_over' || status === 'reserved')

/** Pairs of hand-overs at different partners, closer in time than anybody walks. */
function leaps(rows: readonly Handed[], within: number): (readonly [Handed, Handed])[] {
  return rows.flatMap((row, at) => {
    const next = rows[at + 1]
    return next && next.partnerId !== row.partnerId && next.at - row.at < within ? [[row, next] as const] : []
  })
}

export const PERSON_RULES = {
  person_day: ({ redemptions, since }, { count }) => {
    const days = grouped(kept(redemptions), ({ personId, at }) => `${personId} ${dayOf(at)}`)
    const many = [...days.values()].filter((rows) => rows.length >= count && rows.some(({ at }) => at >= since))
    return standing(byPerson(many.flat()), (rows) => rows)
  },
  same_partner: ({ redemptions, since }, { points, count, days }) => {
    const pairs = grouped(kept(redemptions), ({ personId, partnerId }) => `${personId} ${partnerId}`)
    const tooMuch = (rows: readonly RedemptionTrace[]) =>
      rows.length >= count && sumOf(rows, (row) => row.points) >= points
    const found = [...pairs.values()].flatMap((rows) => crowded(rows, { span: days * DAY_MS, since }, tooMuch))
    return standing(byPerson(found), (rows) => rows)
  },
  two_places: ({ redemptions, since }, { minutes, count, days }) =>
    standing(byPerson(handedOver(redemptions)), (rows) => {
      const pairs = leaps(rows, minutes * 60_000).map((pair) => ({ at: pair[1].at, pair }))
      const found = crowded(pairs, { span: days * DAY_MS, since }, (stretch) => stretch.length >= count)
      return [...new Set(found.flatMap(({ pair }) => pair))]
    }),
  drained: ({ redemptions, since }, { points, days, quietDays }) =>
    standing(byPerson(kept(redemptions)), (rows) =>
      crowded(rows, { span: days * DAY_MS, since }, (stretch) => {
        const [first] = stretch
        if (!first || sumOf(stretch, (row) => row.points) < points) return false
        return !rows.some(({ at }) => at < first.at && at >= first.at - quietDays * DAY_MS)
      }),
    ),
  churn: ({ redemptions, since }, { count, days }) =>
    standing(byPerson(redemptions.filter(({ status }) => status === 'undone' || status === 'expired')), (rows) =>
      crowded(rows, { span: days * DAY_MS, since }, (stretch) => stretch.length >= count),
    ),
  many_wallets: ({ redemptions, since }, { people, days }) => {
    const families = grouped(
      kept(redemptions).filter(({ onBehalf }) => onBehalf !== 'clerk'),
      ({ by }) => by,
    )
    const subjects = [...families].map(([id, rows]) => [{ kind: 'account', id } as const, rows] as const)
    return standing(subjects, (rows) =>
      crowded(
        rows,
        { span: days * DAY_MS, since },
        (stretch) => different(stretch, ({ personId }) => personId) >= people,
      ),
    )
  },
} satisfies Partial<Record<FindingKind, Rule>>
