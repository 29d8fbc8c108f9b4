import { knowActions } from '#platform/audit/action-words.ts'
import type { Routes } from '#platform/http/bind.ts'
import { mountJudged } from '../../door/judged.ts'
import { newAskCode } from './asking/index.ts'
import { newClaim } from './claiming/index.ts'
import { contract } from './contract.ts'
import { newReadDoorway } from './doorway/index.ts'
import { newEnterByCard, newEnterByCode } from './signing-in/index.ts'

knowActions(contract)

export const enteringRoutes: Routes = {
  contract,
  mount: (app, house) => {
    mountJudged(app, contract.readDoorway, newReadDoorway(house))
    mountJudged(app, contract.askCode, newAskCode(house))
    mountJudged(app, contract.enterByCode, newEnterByCode(house))
    mountJudged(app, contract.enterByCard, newEnterByCard(house))
    mountJudged(app, contract.claimAuthority, newClaim(house))
  },
}
