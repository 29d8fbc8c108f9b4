import type { Vault } from '#platform/crypto/index.ts'
import type { House } from '#platform/house/house.ts'
import { benchVault } from '../servers/keys.ts'
import { clearVault } from './clear-vault.ts'

export function vaultWithout(taken: string): Vault {
  return taken === 'sealing' ? clearVault() : benchVault()
}

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
