import { bind, type Routes } from '#platform/http/bind.ts'
import { mountJudged } from '../door/judged.ts'
import { contract } from './contract.ts'
import { newFinishEnrolment, newGiveCode } from './judging/index.ts'
import { service } from './service.ts'

const { giveCode, finishEnrolment, ...doors } = contract
const bound = bind(doors, service)

export const secondFactorRoutes: Routes = {
  contract,
  mount: (app, house) => {
    bound.mount(app, house)
    mountJudged(app, giveCode, newGiveCode(house))
    mountJudged(app, finishEnrolment, newFinishEnrolment(house))
  },
}
