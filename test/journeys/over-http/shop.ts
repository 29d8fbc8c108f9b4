import { contract as counter } from '#modules/volunteering/bank/counter/contract.ts'
import { contract as statements } from '#modules/volunteering/bank/counter/statements/contract.ts'
import { contract as settlement } from '#modules/volunteering/bank/settlement/contract.ts'
import { newId } from '#platform/ids.ts'
import { type Acts, MONTH } from '../acts.ts'
import type { Street } from '../street.ts'

export function sellerOverHttp({ o, workers }: Street): Acts['seller'] {
  const at = o.as(workers.seller)
  return {
    handOver: async (code) => {
      await at.call(counter).lookUpCode({ code })
      const twice = { code, key: newId() }
      await Promise.all([at.call(counter).handOver(twice), at.call(counter).handOver(twice)])
    },
    confirmStatement: async () => {
      const [one] = (await at.call(statements).listStatements({})).items
      await at.call(statements).confirmStatement({ id: one?.id ?? '' })
    },
  }
}

export function settlingOverHttp({ o, workers }: Street): {
  keeper: Pick<Acts['keeper'], 'drawUpStatement' | 'pay'>
  checker: Acts['checker']
} {
  const at = o.as(workers.keeper).call(settlement)
  const statementId = async () => (await at.listSettlements({ month: MONTH })).items[0]?.id ?? ''
  return {
    keeper: {
      drawUpStatement: async () => {
        await at.draftSettlements({ month: MONTH })
      },
      pay: async (voucher) => {
        await at.paySettlement({ id: await statementId(), voucher })
      },
    },
    checker: {
      approve: async () => {
        await o
          .as(workers.checker)
          .call(settlement)
          .approveSettlement({ id: await statementId() })
      },
    },
  }
}
