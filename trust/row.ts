/** What a row found: whether the threshold holds, and the figure that says so. */
export type Verdict = { passed: boolean; value: string }

/** One row of the scorecard. It builds its own offices, leaves nothing behind, and is able to fail. */
export type Row = {
  /** T01 … T60, as in the scorecard. */
  id: string
  about: { zh: string; en: string }
  threshold: string
  /** Runs within `npm test` as well. */
  blocksMerge: boolean
  /** Looks at the clock or at memory, and wants the machine for itself. */
  measures?: boolean
  /** How long it may take; eight minutes unless said, for two rows may share the machine. */
  minutes?: number
  run: () => Promise<Verdict>
}

/** A verdict from what went wrong: none is a pass, and the first few are told. */
export function noneOf(faults: readonly string[], seen: string): Verdict {
  if (faults.length === 0) return { passed: true, value: `0 of ${seen}` }
  const told = faults.slice(0, 5).join(' | ')
  return { passed: false, value: `${faults.length} of ${seen}: ${told}${faults.length > 5 ? ' | …' : ''}` }
}

/** Asked for with `npm run trust -- --long`: the full length of rows that are shortened for every day. */
export const isLong = process.env['SANGYU_TRUST_LONG'] === '1'
