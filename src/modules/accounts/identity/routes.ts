import { bind, type Routes } from '#platform/http/bind.ts'
import { mountJudged } from '../door/judged.ts'
import { contract } from './contract.ts'
import { askingOf } from './provider/index.ts'
import { serviceFor } from './service.ts'
import { newBegin, newFinish } from './signing-in/index.ts'

const { beginIdentity, finishIdentity, ...doors } = contract

/** Sign-in with a unified identity. `isTrial` lets its provider stand on this machine itself: for tests, never for an office. */
export function identityRoutesFor(isTrial: boolean): Routes {
  const bound = bind(doors, serviceFor(isTrial))
  return {
    contract,
    mount: (app, house) => {
      const asking = askingOf(isTrial)
      bound.mount(app, house)
      mountJudged(app, beginIdentity, newBegin(house, asking))
      mountJudged(app, finishIdentity, newFinish(house, asking))
    },
  }
}
