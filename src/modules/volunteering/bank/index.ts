import type { Ctx } from '#platform/ctx.ts'
import { findingRoutes, findingsForget, judgeFinding, look, lookJob, noteMeasure } from './anomalies/index.ts'
import { counterRoutes, statementRoutes } from './counter/index.ts'
import { ruleRoutes, setBudget, setRule } from './county-rules/index.ts'
import { walletsFollowPeople } from './estates/index.ts'
import { noticeRoutes, notices, withdrawNames } from './notices/index.ts'
import { ownRoutes } from './own/index.ts'
import {
  addItem,
  addPartner,
  linkCounter,
  listItems,
  listPartners,
  partnerRoutes,
  pictureRoutes,
} from './partners/index.ts'
import { askGrant, grantsForget, poolRoutes } from './pool/index.ts'
import { handOver, reserve, undo } from './redeeming/index.ts'
import { decideBankRequest, expireJob, redemptionRoutes } from './redemptions/index.ts'
import { routes as walletRoutes } from './routes.ts'
import {
  approveSettlement,
  confirmStatement,
  disputeStatement,
  draftSettlements,
  paySettlement,
  settleJob,
  settlementRoutes,
  settlementsOf,
} from './settlement/index.ts'
import { donate } from './wallets/index.ts'

export const bankRoutes = [
  walletRoutes,
  ruleRoutes,
  partnerRoutes,
  pictureRoutes,
  redemptionRoutes,
  counterRoutes,
  statementRoutes,
  settlementRoutes,
  ownRoutes,
  noticeRoutes,
  findingRoutes,
  poolRoutes,
]
export const bankListeners = [...walletsFollowPeople, withdrawNames, findingsForget, grantsForget]
export const bankJobs = [expireJob, settleJob, lookJob]

/** What the demonstration and other starters do here, as the office does it. */
export const bankDesk = {
  setRule,
  setBudget,
  addPartner,
  addItem,
  linkCounter,
  listItems,
  listPartners,
  redeem: reserve,
  undoRedemption: undo,
  handOver,
  draftSettlements,
  listSettlements: async (ctx: Ctx, filters: { month: string }) => ({ items: await settlementsOf(ctx, filters) }),
  confirmStatement,
  disputeStatement,
  approveSettlement,
  paySettlement,
  look,
  judgeFinding,
  noteMeasure,
  donate,
  askGrant,
  decideRequest: decideBankRequest,
  publishNotice: notices.publishNotice,
}
