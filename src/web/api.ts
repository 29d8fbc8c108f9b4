import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { contract as affiliations } from '#modules/people/affiliations/contract.ts'
import { contract as duplicates } from '#modules/people/duplicates/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as rosterImport } from '#modules/people/roster-import/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { contract as places } from '#modules/places/contract.ts'
import { contract as personLedger } from '#modules/reports/person-ledger/contract.ts'
import { type Client, clientOf } from '#platform/client.ts'
import type { Contract } from '#platform/contract.ts'
import { send } from './send.ts'

const at = <C extends Contract>(contract: C): Client<C> => clientOf(contract, send)

/** Every door of the server, typed by its contract. */
export const api = {
  sessions: at(sessions),
  places: at(places),
  record: at(record),
  search: at(search),
  affiliations: at(affiliations),
  duplicates: at(duplicates),
  rosterImport: at(rosterImport),
  personLedger: at(personLedger),
}
