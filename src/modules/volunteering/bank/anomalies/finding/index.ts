import { FINDING_KINDS, type FindingKind, type Limits, type Numbers } from './limits.ts'
import { PERSON_RULES } from './people.ts'
import { SERVICE_RULES } from './serving.ts'
import { SHOP_RULES } from './shops.ts'
import type { Found, Hit, Rule, Traces } from './traces.ts'

export * from './limits.ts'
export type { Basis, Found, GiftTrace, RedemptionTrace, ServiceTrace, Traces, What } from './traces.ts'

const RULES: Readonly<Record<FindingKind, Rule>> = { ...PERSON_RULES, ...SHOP_RULES, ...SERVICE_RULES }

/** What stands out, by every rule that is on. `isJudged`: a record that a person has judged under a rule counts no more under it. */
export function findAnomalies(
  traces: Traces,
  limits: Limits,
  isJudged: (kind: FindingKind, recordId: string) => boolean = () => false,
): Found[] {
  return FINDING_KINDS.filter((kind) => limits[kind].isOn).flatMap((kind) => {
    const open = <T extends { id: string }>(rows: readonly T[]) => rows.filter(({ id }) => !isJudged(kind, id))
    const rest = {
      redemptions: open(traces.redemptions),
      services: open(traces.services),
      gifts: open(traces.gifts),
      since: traces.since,
    }
    const numbers = limits[kind].numbers as Required<Numbers> // `completed` gives each kind all that its rule asks for
    return joined(RULES[kind](rest, numbers)).map((hit) => ({ ...hit, kind }))
  })
}

/** What a rule found twice of one subject is one finding: of a clerk with several people, of a shop with several prices. */
function joined(hits: readonly Hit[]): Hit[] {
  const subjects = new Map<string, Hit>()
  for (const hit of hits) {
    const former = subjects.get(hit.subject.id)
    subjects.set(hit.subject.id, former ? both(former, hit) : hit)
  }
  return [...subjects.values()]
}

function both(former: Hit, hit: Hit): Hit {
  const usual = Math.max(former.usual ?? 0, hit.usual ?? 0) || null
  return { ...hit, usual, rows: [...new Map([...former.rows, ...hit.rows].map((row) => [row.id, row])).values()] }
}
