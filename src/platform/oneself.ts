import type { Actor } from './ctx.ts'

/** Whether an account is the actor's own, by this login or by another login of the same natural person: whoever asked does not decide. */
export function isOneself(actor: Pick<Actor, 'accounts'>, accountId: string | null): boolean {
  return accountId !== null && actor.accounts.includes(accountId)
}
