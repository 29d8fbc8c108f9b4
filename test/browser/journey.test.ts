import { after, before, suite } from 'node:test'
import { type Told, tellStory } from '#test/journeys/story.ts'
import { openStreet } from '#test/journeys/street.ts'
import { type Bureau, bureau } from './browser.ts'
import { booksOnScreen } from './journey/books.ts'
import { clerkOnScreen, starsOnScreen } from './journey/desk.ts'
import { neighboursOnScreen } from './journey/neighbours.ts'
import { sellerOnScreen, settlingOnScreen } from './journey/shop.ts'

/** At home with a telephone and a PC at the office, as it mostly is; and the other way round. */
for (const [home, office] of [
  ['phone', 'desk'],
  ['desk', 'phone'],
] as const)
  suite(`from a need to the three ledgers on screen, neighbours on the ${home}, the office on the ${office}`, () => {
    let b: Bureau
    let told: Told
    before(async () => {
      b = await bureau()
      const street = await openStreet(b.office)
      const [atHome, atOffice] = [
        { b, street, size: home },
        { b, street, size: office },
      ]
      const { keeper, checker } = settlingOnScreen(atOffice)
      told = {
        street,
        acts: {
          ...(await neighboursOnScreen(atHome)),
          clerk: clerkOnScreen(atOffice),
          keeper: { ...starsOnScreen(atOffice), ...keeper, ...booksOnScreen(atOffice) },
          checker,
          seller: sellerOnScreen(atHome),
        },
      }
    })
    after(() => b.close())

    tellStory(() => told)
  })
