import { contract as search } from '#modules/people/search/contract.ts'
import { contract as needLedger } from '#modules/reports/need-ledger/contract.ts'
import { contract as ledger } from '#modules/reports/person-ledger/contract.ts'
import { contract as serviceLedger } from '#modules/reports/service-ledger/contract.ts'
import { contract as records } from '#modules/volunteering/service-record/contract.ts'
import { type Acts, MONTH } from '../acts.ts'
import type { Street } from '../street.ts'

export function booksOverHttp({ o, workers }: Street): Pick<Acts['keeper'], 'readBooks'> {
  const desk = o.as(workers.keeper)
  return {
    readBooks: async () => {
      const [need] = (await desk.call(needLedger).readNeedLedgerEntries({ month: MONTH, figure: 'closed' })).items
      const { from, to } = await desk.call(serviceLedger).readServiceLedger({ month: MONTH })
      const served = await desk.call(records).listServiceRecords({ from, to, standing: 'valid' })
      const { question } = await desk.call(ledger).readPersonLedger({})
      const listed = await desk.call(search).listPeople(question)
      return {
        needs: { helped: need?.name ?? '', helper: need?.helper ?? '' },
        service: served.items.map(({ name }) => name),
        people: listed.items.map(({ name }) => name),
      }
    },
  }
}
