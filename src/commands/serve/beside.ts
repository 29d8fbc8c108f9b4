import { vault } from '#platform/crypto/index.ts'
import { closePools, openOwnerPool, openPools } from '#platform/db/pool.ts'
import { openKeys, profileFrom } from '#platform/home.ts'
import { openHouse } from '#platform/house/house.ts'
import type { Parts } from '../parts.ts'
import { withAttached } from './attached.ts'
import type { Installation } from './installation.ts'

export type Beside = Pick<Installation, 'house' | 'owner' | 'home'>

const CONNECTIONS = 2

/** The house as it stands, whether a server has it open or not: nothing is made, brought up to date or settled. */
export async function withHouse<T>(
  parts: Parts,
  env: NodeJS.ProcessEnv,
  work: (beside: Beside) => Promise<T>,
): Promise<T> {
  return withAttached({ env, log: () => {} }, async ({ home, config }) => {
    const pools = openPools(config, CONNECTIONS)
    const owner = openOwnerPool(config, 1)
    try {
      const keys = await openKeys(home, { profile: profileFrom(env) })
      const { doorkeeper } = parts
      const house = openHouse({ pools, vault: vault(keys.ring), keys, clock: () => new Date(), doorkeeper, home })
      return await work({ house, owner, home })
    } finally {
      await owner.end()
      await closePools(pools)
    }
  })
}
