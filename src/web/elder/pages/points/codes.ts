import type { contract } from '#modules/volunteering/bank/own/contract.ts'
import type { Answered } from '#platform/contract.ts'

export type Redeemed = Answered<typeof contract.redeemPoints>

const codes = new Map<string, Redeemed>()

/** The code just given, for the page that shows it; only as long as the page lives. */
export function keepCode(redeemed: Redeemed): void {
  codes.set(redeemed.id, redeemed)
}

export function takeCode(id: string): Redeemed | undefined {
  const found = codes.get(id)
  codes.delete(id)
  return found
}
