// The product as it is served, on a database that is already filled: PORT and CONNECTION come from the bench.
import { doorkeeper } from '#modules/accounts/index.ts'
import { type ConnectionConfig, openPools } from '#platform/db/pool.ts'
import { openHouse } from '#platform/house/house.ts'
import { buildServer } from '#platform/http/server.ts'
import { allParts } from '../../src/main.ts'
import { benchVault } from './keys.ts'

const pools = openPools(JSON.parse(process.env.CONNECTION ?? '{}') as ConnectionConfig, 20) // given by the bench
const house = openHouse({ pools, vault: benchVault(), clock: () => new Date(), doorkeeper })
const app = await buildServer(house, allParts().rooms, { version: 'bench', paceFactor: 0 })
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }))
process.send?.('ready')
