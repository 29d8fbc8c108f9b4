import { after, before, suite } from 'node:test'
import { type Office, office } from '#test/office.ts'
import { allParts } from '../../src/main.ts'
import { actsOverHttp } from './over-http/index.ts'
import { type Told, tellStory } from './story.ts'
import { openStreet } from './street.ts'

suite('from a need to the three ledgers, everybody at the doors of the server', () => {
  let o: Office
  let told: Told
  before(async () => {
    const { rooms, listeners } = allParts()
    o = await office({ rooms, listeners })
    const street = await openStreet(o)
    told = { street, acts: await actsOverHttp(street) }
  })
  after(() => o.close())

  tellStory(() => told)
})
