import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { workAsOffice } from '../../../door/index.ts'
import type { Visitor } from '../../../door/judged.ts'
import { policyOf } from '../../../security-policy/index.ts'
import { countyOf } from '../../../sessions/index.ts'
import { limitsOf } from '../../../sessions/standing/index.ts'
import { tooManyTries } from '../../../sessions/words.ts'
import { type Charge, chargeTries, forgetTries, type Key, refundTry } from '../../../throttle/index.ts'
import { entryLocked } from '../../words.ts'

export type Turn<F> = { county: number; keys: readonly Key[]; found: F | undefined }
type Asking<F> = {
  county: number | undefined
  /** What is guessed at: a card, a telephone. */
  name: string
  /** Nothing is guessed at: counted by itself, so that asking for codes shuts nobody's door behind the same address. */
  isAsking?: true
  find: (ctx: Ctx) => Promise<F | undefined>
}

/**
 * Counts the try against its name and its address in a transaction that no refusal takes back, and looks up what there is. Somebody at
 * another's name locks that name for a quarter of an hour, as at the door of the staff; the telephone then still works, and the community.
 */
export async function takeTurn<F>(house: House, { call }: Visitor, asking: Asking<F>): Promise<Turn<F>> {
  const turn = await house.act('nobody', { readOnly: false, call }, async (ctx) => {
    const county = await countyOf(ctx, asking.county)
    const { own, address } = limitsOf(await policyOf(ctx, county))
    const keys: Charge[] = [
      { kind: asking.isAsking ? 'asking' : 'address', of: call.address ?? '', limit: address },
      { kind: 'name', of: asking.name, limit: own },
    ]
    const locked = await chargeTries(ctx, county, keys)
    await workAsOffice(ctx, county)
    return { county, keys, locked, found: await asking.find(ctx) }
  })
  if (turn.locked === 'address' || turn.locked === 'asking') throw tooManyTries()
  if (turn.locked) throw entryLocked()
  return turn
}

/** What was right forgives its name; the address gets its own try back. */
export async function settleTurn(ctx: Ctx, keys: readonly Key[]): Promise<void> {
  for (const key of keys) await (key.kind === 'address' ? refundTry(ctx, key) : forgetTries(ctx, [key]))
}
