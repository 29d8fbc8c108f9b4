import { createHash } from 'node:crypto'
import type { Actor, AuditNote, Call } from '../ctx.ts'
import { asText, countyAsText } from '../db/transaction.ts'

export type AuditEntry = Record<string, unknown>

export type Visit = {
  actor: Pick<Actor, 'accountId' | 'roles' | 'sessionId'>
  now: Date
  /** Absent where nobody stands at a counter: the office works, perhaps for somebody. */
  call?: Call | undefined
  requestId?: string | undefined
}

/** Who, from where, when: the same for all a visit notes. What: the note's own. */
export function entryOf({ actor, now, call, requestId }: Visit, note: AuditNote): AuditEntry {
  const who = call ? { account_id: actor.accountId } : { on_behalf_of: actor.accountId }
  return {
    at: now.toISOString(),
    ...who,
    roles: actor.roles,
    session_hash: actor.sessionId ? hashOfSession(actor.sessionId) : null,
    address: call?.address ?? null,
    device: call?.agent ?? null,
    action: note.action,
    subject_kind: note.kind ?? kindIn(note.action),
    subject: note.subject ?? null,
    result: note.result ?? 'done',
    purpose: note.purpose ?? null,
    changed: note.changed ?? null,
    before_digest: note.before ?? null,
    after_digest: note.after ?? null,
    detail: note.detail ?? {},
    request_id: requestId ?? null,
  }
}

/** A session in the trail: enough to find its acts, of no use to whoever would borrow it. */
export function hashOfSession(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32)
}

/** `people.export` is about people. */
function kindIn(action: string): string | null {
  return /^([a-z-]+)\./.exec(action)?.[1] ?? null
}

/** The statement that appends, as a text that can travel with the commit. */
export function appending(county: number, entries: readonly AuditEntry[]): string {
  return `select append_audit(${countyAsText(county)}, ${asText(entries)})`
}
