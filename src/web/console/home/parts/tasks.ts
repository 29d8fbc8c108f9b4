import { peopleAddress } from '../people-address.ts'
import type { Batch, Quality } from '../queries.ts'
import type { useHomeWords } from '../words.ts'

export type Task = { title: string; hint: string; count: string; href: string; tone: 'doubtful' | 'plain' }
type Requests = { corrections: number; erasures: number }
type Around = {
  batches: readonly Batch[]
  requests?: Requests | undefined
  findings?: number | undefined
  may: (permission: string) => boolean
}

/** What waits: rows an import could not judge, pairs that may be one person, and records that lack something. */
export function tasksOf(
  words: ReturnType<typeof useHomeWords>,
  quality: Quality,
  { batches, requests, findings = 0, may }: Around,
): Task[] {
  const rows = batches
    .filter((batch) => batch.status === 'planned' && batch.counts.doubtful > 0)
    .map((batch) => ({
      title: words.doubtfulRows,
      hint: words.doubtfulRowsIn(batch.fileName),
      number: batch.counts.doubtful,
      count: words.rows(batch.counts.doubtful),
      href: `/imports/${batch.id}?plan=doubtful`,
      tone: 'doubtful' as const,
    }))
  const people = (title: string, hint: string, [number, href]: readonly [number, string]) => ({
    title,
    hint,
    number,
    count: words.people(number),
    href,
    tone: 'plain' as const,
  })
  const pairs = {
    title: words.openDuplicates,
    hint: words.openDuplicatesHint,
    number: may('people.merge') ? quality.openDuplicates : 0,
    count: words.pairs(quality.openDuplicates),
    href: '/duplicates',
    tone: 'doubtful' as const,
  }
  const request = (title: string, hint: string, [number, href]: readonly [number, string]) => ({
    title,
    hint,
    number,
    count: words.requests(number),
    href,
    tone: 'doubtful' as const,
  })
  return [
    request(words.corrections, words.correctionsHint, [requests?.corrections ?? 0, '/privacy']),
    request(words.erasures, words.erasuresHint, [requests?.erasures ?? 0, '/privacy?tab=erasures']),
    request(words.findings, words.findingsHint, [findings, '/bank/findings?status=waiting']),
    ...rows,
    pairs,
    people(words.doubtfulIds, words.doubtfulIdsHint, [
      quality.doubtfulIds,
      peopleAddress({ field: 'idStatus', op: 'in', value: ['invalid', 'unrecoverable'] }),
    ]),
    people(words.noHome, words.noHomeHint, [quality.noHome, peopleAddress({ field: 'place', op: 'empty' })]),
    people(words.incomplete, words.incompleteHint, [
      quality.total - quality.complete,
      peopleAddress({ field: 'completeness', op: 'atMost', value: 99 }),
    ]),
    people(words.unverified, words.unverifiedHint, [
      quality.unverified,
      peopleAddress({ field: 'verified', op: 'empty' }),
    ]),
  ].filter((task) => task.number > 0)
}
