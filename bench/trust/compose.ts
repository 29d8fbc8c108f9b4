import type { Vault } from '#platform/crypto/index.ts'
import type { House } from '#platform/house/house.ts'
import { benchVault } from '../servers/keys.ts'
import { clearVault } from './clear-vault.ts'

/** The vault of the bench, or one that lets everything pass. */
export function vaultWithout(taken: string): Vault {
  return taken === 'sealing' ? clearVault() : benchVault()
}

/** The house, or one whose visits note nothing. */
export function houseWithout(taken: string, house: House): House {
  if (taken !== 'audit') return house
  return {
    ...house,
    act: (who, options, work) =>
      house.act(who, options, (ctx) => {
        ctx.note = () => {}
        return work(ctx)
      }),
  }
}
