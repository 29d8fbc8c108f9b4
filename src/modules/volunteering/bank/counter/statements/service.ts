import type { Service } from '#platform/http/bind.ts'
import { confirmStatement, disputeStatement, fileOf, settlementOf, settlementsOf } from '../../settlement/index.ts'
import { counterOf } from '../policy.ts'
import type { contract } from './contract.ts'

export const service: Service<typeof contract> = {
  listStatements: async (ctx) => {
    const items = await settlementsOf(ctx, { partnerId: await counterOf(ctx) })
    return { items, total: items.length }
  },
  readStatement: async (ctx, { id }) => settlementOf(ctx, { id, partnerId: await counterOf(ctx) }),
  confirmStatement: async (ctx, { id }) => confirmStatement(ctx, { id, partnerId: await counterOf(ctx) }),
  disputeStatement: async (ctx, { id, reason }) =>
    disputeStatement(ctx, { id, reason, partnerId: await counterOf(ctx) }),
  downloadStatement: async (ctx, { id, format }) =>
    fileOf(ctx, await settlementOf(ctx, { id, partnerId: await counterOf(ctx) }), format),
}
