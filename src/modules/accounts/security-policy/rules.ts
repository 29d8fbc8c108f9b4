import { isInside, isNetwork } from '../networks/index.ts'
import type { PasswordRule } from '../passwords/index.ts'
import { FIGURES, type Figure, LIMITS, type SecurityPolicy } from './figures/index.ts'

/** GB/T 22239-2019 8.1.4.1 names no figures; these are what assessors ask for. */
export const DEFAULTS: SecurityPolicy = {
  passwordProfile: 'gb22239-l3',
  leastLength: 10,
  changeDays: 90,
  remembered: 5,
  wrongTries: 5,
  addressTries: 30,
  lockMinutes: 15,
  idleMinutes: 15,
  sessionHours: 12,
  sessionsEach: 1,
  secondFactor: 'required',
  staffNetworks: [],
  administratorNetworks: [],
}

/** The profile `asvs5` asks for length instead of composition and rotation (OWASP ASVS 5.0 6.2.1, 6.2.5, 6.2.10). */
const ASVS_LENGTH = 15

export function passwordRuleOf(policy: SecurityPolicy): PasswordRule {
  const isLong = policy.passwordProfile === 'asvs5'
  return {
    leastLength: isLong ? Math.max(ASVS_LENGTH, policy.leastLength) : policy.leastLength,
    leastKinds: isLong ? 1 : 3,
    remembered: policy.remembered,
  }
}

/** Whether a password set then must be changed now; nothing grows old under `asvs5`. */
export function isPasswordOld(policy: SecurityPolicy, setAt: Date, now: Date): boolean {
  if (policy.passwordProfile === 'asvs5') return false
  return now.getTime() - setAt.getTime() >= policy.changeDays * 86_400_000
}

export type Problem =
  | { kind: 'figure'; figure: Figure; least: number; most: number }
  | { kind: 'network'; text: string }
  | { kind: 'locks_you_out'; address: string }
  | { kind: 'second_factor' }

/** What speaks against a policy. Whoever sets it must still be let in from where they are: otherwise nobody could put it right. */
export function problemsOf(wanted: SecurityPolicy, before: SecurityPolicy, address: string | null): Problem[] {
  const figures = FIGURES.filter((figure) => {
    const { least, most } = LIMITS[figure]
    return !Number.isInteger(wanted[figure]) || wanted[figure] < least || wanted[figure] > most
  })
  const networks = [...wanted.staffNetworks, ...wanted.administratorNetworks].filter((text) => !isNetwork(text))
  const isOut = networks.length === 0 && !mayCome(wanted, { address, isAdministrator: true })
  return [
    ...figures.map((figure): Problem => ({ kind: 'figure', figure, ...LIMITS[figure] })),
    ...networks.map((text): Problem => ({ kind: 'network', text })),
    ...(isOut ? [{ kind: 'locks_you_out', address: address ?? '?' } satisfies Problem] : []),
    // Only the command of the demonstration county leaves it open; a county at work has no way back from it.
    ...(wanted.secondFactor === 'optional' && before.secondFactor === 'required'
      ? [{ kind: 'second_factor' } satisfies Problem]
      : []),
  ]
}

type Networks = Pick<SecurityPolicy, 'staffNetworks' | 'administratorNetworks'>

/** Staff come from the staff's networks; the three administrators from their own, where there are any. 互联网政务应用安全管理规定 第十九条. */
export function mayCome(networks: Networks, who: { address: string | null; isAdministrator: boolean }): boolean {
  const { staffNetworks, administratorNetworks } = networks
  const theirs = who.isAdministrator && administratorNetworks.length ? administratorNetworks : staffNetworks
  return isInside(who.address, theirs)
}
