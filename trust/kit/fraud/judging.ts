import type { FindingKind } from '#modules/volunteering/bank/anomalies/finding/index.ts'
import type { Deed } from './stage.ts'
import type { World } from './world.ts'

/** A finding as anybody reads it: what it is found as, about whom, and the records it rests on. */
export type Raised = { kind: FindingKind; subject: string; records: readonly string[] }
export type Score = {
  recall: number
  falseShare: number
  found: number
  deeds: number
  missed: string[]
  /** Kinds of fraud of which not even most deeds were found: a rule that does not work. */
  blind: FindingKind[]
  falseOnes: Raised[]
  honest: number
}

/** A deed is found where one kind of finding about its subject rests on at least half of its records. */
export function scoreOf(raised: readonly Raised[], deeds: readonly Deed[], world: World): Score {
  const seen = new Map<string, Set<string>>()
  for (const { kind, subject, records } of raised) {
    const key = `${kind} ${subject}`
    seen.set(key, new Set([...(seen.get(key) ?? []), ...records]))
  }
  const isFound = ({ kind, subjects, records }: Deed) =>
    subjects.some(
      (subject) => records.filter((id) => seen.get(`${kind} ${subject}`)?.has(id)).length * 2 >= records.length,
    )
  const missed = deeds.filter((deed) => !isFound(deed))
  const kinds = [...new Set(deeds.map(({ kind }) => kind))]
  const planted = new Set(deeds.flatMap(({ records }) => records))
  const falseOnes = raised.filter(({ records }) => !records.some((id) => planted.has(id)))
  const guilty = new Set(deeds.flatMap(({ subjects }) => subjects))
  const everybody = [...world.people, ...world.partners.map(({ id }) => id), ...world.clerks, ...world.families]
  const honest = everybody.filter((id) => !guilty.has(id)).length
  const blamed = new Set(falseOnes.map(({ subject }) => subject)).size
  return {
    recall: 1 - missed.length / deeds.length,
    falseShare: blamed / honest,
    found: deeds.length - missed.length,
    deeds: deeds.length,
    missed: missed.map(({ kind, strength }) => `${kind} × ${strength.toFixed(2)}`),
    blind: kinds.filter((kind) => missed.filter((deed) => deed.kind === kind).length > 1),
    falseOnes,
    honest,
  }
}

export const passes = ({ recall, falseShare, blind }: Score): boolean =>
  recall >= 0.9 && falseShare <= 0.02 && blind.length === 0
