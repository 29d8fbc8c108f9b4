import { lookup } from 'node:dns/promises'
import { isOwnAddress, mayAsk } from '../address/index.ts'
import { type Outcome, outcomeOf } from '../rules.ts'

export type Gateway = { url: string; sign: string; secret: string }
/** `id` lets the gateway know a message it has had before, should its answer have been lost. */
export type Letter = { id: string; to: string; text: string }
export type Answer = { outcome: Outcome; reference: string | null; parts: number | null; fault: string | null }
export type Post = (gateway: Gateway, letter: Letter) => Promise<Answer>

const PATIENCE_MS = 8_000

/** Gives one text message to the gateway: docs/decisions/messages.md says what it is asked and what it answers. Never within a transaction. */
export function postFor(isTrial: boolean): Post {
  return async ({ url, sign, secret }, letter) => {
    try {
      await ensureFar(url, isTrial)
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ ...letter, sign }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const outcome = outcomeOf(answer.status)
      const said: unknown = await answer.json().catch(() => null)
      const fault = outcome === 'sent' ? null : `HTTP ${answer.status}`
      return { outcome, reference: textIn(said, 'reference'), parts: numberIn(said, 'parts'), fault }
    } catch (error) {
      // The message of a failed fetch may carry the address, never the text or the number.
      const fault = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
      return { outcome: 'unreachable', reference: null, parts: null, fault }
    }
  }
}

/** What the name resolves to is asked under the same rule as the name. */
async function ensureFar(url: string, isTrial: boolean): Promise<void> {
  if (!mayAsk(url, isTrial)) throw new Error('an address that must not be asked')
  if (isTrial) return
  const found = await lookup(new URL(url).hostname.replace(/^\[|\]$/g, ''), { all: true })
  if (found.some(({ address }) => isOwnAddress(address))) throw new Error('an address of this machine')
}

function fieldOf(said: unknown, key: string): unknown {
  return said && typeof said === 'object' ? Reflect.get(said, key) : undefined
}

function textIn(said: unknown, key: string): string | null {
  const value = fieldOf(said, key)
  return typeof value === 'string' ? value.slice(0, 100) : null
}

function numberIn(said: unknown, key: string): number | null {
  const value = fieldOf(said, key)
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 100 ? value : null
}
