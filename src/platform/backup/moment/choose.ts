import { ensure } from '#platform/refuse.ts'
import { type Base, type Kept, nextSegment, type Piece } from './names.ts'
import { momentGap, momentTooEarly, momentTooLate, nothingKept } from './refusals.ts'

export type Choice = { cluster: string; base: Base; pieces: Piece[] }
export type Span = { from: Date; to: Date }

/** The base before a moment and the pieces that lead from it to the moment; refuses where they do not lead there. */
export function choose(kept: readonly Kept[], moment: Date): Choice {
  const all = kept.flatMap(({ cluster, bases, pieces }) => bases.map((base) => ({ cluster, base, pieces })))
  const [first, ...rest] = all.toSorted((a, b) => b.base.at.getTime() - a.base.at.getTime())
  ensure(first, nothingKept)
  const spans = spansOf(kept)
  const found = [first, ...rest].find(({ base }) => base.at <= moment)
  const earliest = all.reduce((least, { base }) => (base.at < least ? base.at : least), first.base.at)
  ensure(found, () => momentTooEarly({ moment, earliest }))
  const run = runFrom(found.base, found.pieces)
  const covering = run.findIndex(({ closedAt }) => closedAt >= moment)
  if (covering < 0) {
    const isLast = !found.pieces.some(({ closedAt }) => closedAt >= moment)
    const latest = spans.at(-1)?.to ?? found.base.at
    throw isLast
      ? momentTooLate({ moment, latest })
      : momentGap({ moment, missing: missingAfter(found.base, run), spans })
  }
  // One more, because a commit may carry its time a breath before it is written down.
  return { cluster: found.cluster, base: found.base, pieces: run.slice(0, covering + 2) }
}

const missingAfter = (base: Base, run: readonly Piece[]) => {
  const last = run.at(-1)
  return last ? nextSegment(last.segment) : base.from
}

/** The unbroken row of pieces that begins with a base. */
export function runFrom(base: Base, pieces: readonly Piece[]): Piece[] {
  const bySegment = new Map(pieces.map((piece) => [piece.segment, piece]))
  const run: Piece[] = []
  for (let piece = bySegment.get(base.from); piece; piece = bySegment.get(nextSegment(piece.segment))) run.push(piece)
  return run
}

/** From when to when every moment can be restored; more than one where something is missing between. */
export function spansOf(kept: readonly Kept[]): Span[] {
  const each = kept
    .flatMap(({ bases, pieces }) =>
      bases.map((base): Span => ({ from: base.at, to: runFrom(base, pieces).at(-1)?.closedAt ?? base.at })),
    )
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
  const spans: Span[] = []
  for (const span of each) {
    const last = spans.at(-1)
    if (last && span.from <= last.to) last.to = new Date(Math.max(last.to.getTime(), span.to.getTime()))
    else spans.push({ ...span })
  }
  return spans
}

/** Whether a new base is needed: none leads to the newest piece, or the newest is older than the daily one would be. */
export function isBaseDue(own: Kept | undefined, now: Date): boolean {
  const newest = own?.bases.at(-1)
  if (!own || !newest || now.getTime() - newest.at.getTime() > DUE_MS) return true
  const last = own.pieces.at(-1)
  return last !== undefined && last.segment >= newest.from && runFrom(newest, own.pieces).at(-1) !== last
}

const DUE_MS = 26 * 3_600_000
const DAY_MS = 86_400_000

/** What may go: bases that no moment of the last days needs, and the pieces before the oldest base that stays. */
export function outlived(kept: readonly Kept[], { days, now }: { days: number; now: Date }): string[] {
  const since = new Date(now.getTime() - days * DAY_MS)
  return kept.flatMap(({ bases, pieces }) => {
    const needed = bases.findLastIndex(({ at }) => at <= since)
    const staying = bases.slice(Math.max(0, needed))
    const oldest = staying[0]
    if (staying.length === 1 && pieces.length && !pieces.some(({ closedAt }) => closedAt > since))
      return [...bases, ...pieces].map(({ path }) => path)
    const gone = pieces.filter((piece) => (oldest ? piece.segment < oldest.from : piece.closedAt <= since))
    return [...bases.slice(0, Math.max(0, needed)), ...gone].map(({ path }) => path)
  })
}
