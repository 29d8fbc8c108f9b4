import type { FindingKind } from './limits.ts'
import type { Basis, Hit, Open, RedemptionTrace, Rule, Traces } from './traces.ts'
import { type Handed, handedOver, usualAt } from './usual.ts'
import { crowded, DAY_MS, dayOf, different, grouped, hourOf } from './windows.ts'

const HOUR_MS = 3_600_000
/** A long stretch is measured by quarters of it: there are more of them to know the usual from. */
const QUARTERS = 4
const basis = ({ id, personId, at }: Handed): Basis => ({ what: 'redemption', id, personId, at })

/** One finding of each partner that has rows which stand out. */
function ofPartners(
  traces: Traces,
  { only = () => true, standingOut }: { only?: (row: Handed) => boolean; standingOut: (rows: Handed[]) => Handed[] },
): Hit[] {
  const shops = grouped(handedOver(traces.redemptions).filter(only), ({ partnerId }) => partnerId)
  return [...shops].flatMap(([id, rows]) => {
    const found = standingOut(rows)
    return found.length ? [{ subject: { kind: 'partner', id } as const, rows: found.map(basis) }] : []
  })
}

type Unusual = {
  span: number
  count: number
  times: number
  /** In which stretch a row counts when asking what is usual. */
  stretchOf: (row: Handed) => string
  groupOf: (row: Handed) => string
  /** How many such stretches the span is long. */
  scale?: number
  /** What of a stretch is counted; every row unless said. */
  sizeOf?: (rows: readonly Handed[]) => number
  subjectOf?: (row: Handed) => Hit['subject'] | null
}

/** Stretches that hold more than the limit and several times what is usual in such a stretch there. */
function unusual(
  { redemptions, history, since }: Open,
  { span, count, times, stretchOf, groupOf, scale = 1, sizeOf = (rows) => rows.length, subjectOf }: Unusual,
): Hit[] {
  const all = handedOver(history)
  const before = grouped(all, groupOf)
  return [...grouped(handedOver(redemptions), groupOf)].flatMap(([group, rows]) => {
    const own = before.get(group) ?? rows
    let usual = 0
    const found = crowded(rows, { span, since }, (stretch) => {
      if (sizeOf(stretch) < count) return false
      const is = scale * usualAt(stretchOf, { own, all, before: stretch[0]?.at ?? 0 })
      if (sizeOf(stretch) < times * is) return false
      usual = Math.max(usual, is)
      return true
    })
    const [first] = found
    const subject = first && (subjectOf ? subjectOf(first) : ({ kind: 'partner', id: first.partnerId } as const))
    return subject ? [{ subject, rows: found.map(basis), usual }] : []
  })
}

const byClerk = (rows: readonly RedemptionTrace[]) => rows.filter((row) => row.onBehalf === 'clerk' && row.by !== null)

export const SHOP_RULES = {
  shop_rush: (traces, { count, minutes, times }) =>
    unusual(traces, {
      span: minutes * 60_000,
      count,
      times,
      groupOf: ({ partnerId }) => partnerId,
      stretchOf: ({ at }) => String(Math.floor(at / HOUR_MS)),
    }),
  shop_surge: (traces, { count, days, times }) =>
    unusual(traces, {
      span: days * DAY_MS,
      count,
      times,
      groupOf: ({ partnerId }) => partnerId,
      stretchOf: ({ at }) => String(Math.floor(dayOf(at) / Math.ceil(days / QUARTERS))),
      scale: QUARTERS,
    }),
  same_amounts: (traces, { count, times }) =>
    unusual(traces, {
      span: DAY_MS,
      count,
      times,
      groupOf: ({ partnerId, points }) => `${partnerId} ${points}`,
      stretchOf: ({ at }) => String(dayOf(at)),
    }),
  clerk_spree: (traces, { people, times }) =>
    unusual(
      { ...traces, redemptions: byClerk(traces.redemptions), history: byClerk(traces.history) },
      {
        span: DAY_MS,
        count: people,
        times,
        groupOf: ({ partnerId, by }) => `${partnerId} ${by}`,
        stretchOf: ({ at }) => String(dayOf(at)),
        sizeOf: (rows) => different(rows, ({ personId }) => personId),
        subjectOf: ({ by }) => (by ? { kind: 'account', id: by } : null),
      },
    ),
  instant: (traces, { count, seconds, days }) => {
    const reservedAt = new Map(traces.redemptions.map(({ id, at }) => [id, at]))
    return ofPartners(traces, {
      only: ({ id, at }) => at - (reservedAt.get(id) ?? 0) < seconds * 1000,
      standingOut: (rows) =>
        crowded(rows, { span: days * DAY_MS, since: traces.since }, (stretch) => stretch.length >= count),
    })
  },
  night: (traces, { count, fromHour, toHour, days }) =>
    ofPartners(traces, {
      only: ({ at }) => hourOf(at) >= fromHour || hourOf(at) < toHour,
      standingOut: (rows) =>
        crowded(rows, { span: days * DAY_MS, since: traces.since }, (stretch) => stretch.length >= count),
    }),
  one_hand: (traces, { count }) =>
    ofPartners(traces, {
      only: ({ by, handedBy }) => by !== null && by === handedBy,
      standingOut: (rows) => {
        const recent = rows.filter(({ at }) => at >= traces.since)
        return recent.length >= count ? recent : []
      },
    }),
  wrong_codes: ({ codes, since }, { count, minutes }) =>
    [...grouped(codes, ({ partnerId }) => partnerId)].flatMap(([id, rows]) => {
      const found = crowded(rows, { span: minutes * 60_000, since }, (stretch) => stretch.length >= count)
      const tries = found.map((one): Basis => ({ what: 'code', id: one.id, personId: null, at: one.at }))
      return tries.length ? [{ subject: { kind: 'partner', id } as const, rows: tries }] : []
    }),
} satisfies Partial<Record<FindingKind, Rule>>
