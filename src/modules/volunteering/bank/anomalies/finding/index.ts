import { FINDING_KINDS, type FindingKind, type Limits, type Numbers } from './limits.ts'
import { PERSON_RULES } from './people.ts'
import { SERVICE_RULES } from './serving.ts'
import { SHOP_RULES } from './shops.ts'
import type { Found, Hit, Rule, Traces } from './traces.ts'

export { completed, FINDING_KINDS, type FindingKind, type Limits, USUAL_LIMITS } from './limits.ts'
export type { Basis, CodeTrace, Found, GiftTrace, RedemptionTrace, ServiceTrace, Traces } from './traces.ts'

const RULES: Readonly<Record<FindingKind, Rule>> = { ...PERSON_RULES, ...SHOP_RULES, ...SERVICE_RULES }

export type Judgement = 'harmless' | 'wrong'

/**
 * What stands out, by every rule that is on. A record that a person has judged under a rule counts no more under it; judged
 * harmless it still says what is usual, or a busy canteen would stand out again every month.
 */
export function findAnomalies(
  traces: Traces,
  limits: Limits,
  judgedAs: (kind: FindingKind, recordId: string) => Judgement | undefined = () => undefined,
): Found[] {
  return FINDING_KINDS.filter((kind) => limits[kind].isOn).flatMap((kind) => {
    const open = <T extends { id: string }>(rows: readonly T[]) => rows.filter(({ id }) => !judgedAs(kind, id))
    const rest = {
      redemptions: open(traces.redemptions),
      services: open(traces.services),
      gifts: open(traces.gifts),
      codes: open(traces.codes),
      since: traces.since,
      history: traces.redemptions.filter(({ id }) => judgedAs(kind, id) !== 'wrong'),
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
