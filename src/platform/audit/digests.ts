import type { AuditNote } from '../ctx.ts'

export type Digests = { before?: string | undefined; after: string }

/** Takes in one change after another: what stood there before the first, and what stands there after the last. */
export function takeIn(all: Map<string, Digests>, subject: string, { before, after }: Digests): void {
  const known = all.get(subject)
  all.set(subject, { before: known ? known.before : before, after })
}

/** Puts the digests of each record on the last note about it; a change that nobody noted has a line of its own. */
export function withDigests(notes: readonly AuditNote[], all: ReadonlyMap<string, Digests>): AuditNote[] {
  const told = [...notes]
  for (const [subject, digests] of all) {
    const at = told.findLastIndex((note) => note.subject === subject && note.result === undefined && !note.after)
    const note = told[at]
    if (note) told[at] = { ...note, ...digests }
    else told.push({ action: 'record.changed', subject, ...digests })
  }
  return told
}
