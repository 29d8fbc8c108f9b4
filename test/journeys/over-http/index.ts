import type { Acts } from '../acts.ts'
import type { Street } from '../street.ts'
import { booksOverHttp } from './books.ts'
import { clerkOverHttp, starsOverHttp } from './desk.ts'
import { neighboursOverHttp } from './neighbours.ts'
import { sellerOverHttp, settlingOverHttp } from './shop.ts'

/** Everybody by the typed clients of the contracts. */
export async function actsOverHttp(street: Street): Promise<Acts> {
  const { keeper, checker } = settlingOverHttp(street)
  return {
    ...(await neighboursOverHttp(street)),
    clerk: clerkOverHttp(street),
    keeper: { ...starsOverHttp(street), ...keeper, ...booksOverHttp(street) },
    checker,
    seller: sellerOverHttp(street),
  }
}
