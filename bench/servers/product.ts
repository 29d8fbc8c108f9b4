// The product as it is served, on a database that is already filled: PORT and CONNECTION come from the bench, perhaps with what it takes away.
import { doorkeeper } from '#modules/accounts/index.ts'
import { type ConnectionConfig, openPools } from '#platform/db/pool.ts'
import { openHouse } from '#platform/house/house.ts'
import { buildServer } from '#platform/http/server.ts'
import { allParts } from '../../src/main.ts'
import { houseWithout, vaultWithout } from '../trust/compose.ts'

const { CONNECTION = '{}', POOL = '20', PORT, PAGES, WITHOUT = 'nothing' } = process.env
const pools = openPools(JSON.parse(CONNECTION) as ConnectionConfig, Number(POOL)) // given by the bench
const house = openHouse({ pools, vault: vaultWithout(WITHOUT), clock: () => new Date(), doorkeeper })
const server = { version: 'bench', paceFactor: 0, pagesDir: PAGES }
const app = await buildServer(houseWithout(WITHOUT, house), allParts().rooms, server)
await app.listen({ port: Number(PORT), host: '127.0.0.1' })
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }))
// A bench that fails leaves nobody serving.
process.on('disconnect', () => process.exit())
process.send?.('ready')
