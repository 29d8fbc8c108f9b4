import { createContext, useContext } from 'react'
import type { contract } from '#modules/accounts/elder-access/affairs/contract.ts'
import type { Answered } from '#platform/contract.ts'

export type Me = Answered<typeof contract.myAffairs>
export type Person = Me['people'][number]
export type Visitor = { me: Me; person: Person; choose: (personId: string | null) => void; renew: () => void }

export const VisitorContext = createContext<Visitor | null>(null)

export function useVisitor(): Visitor {
  const visitor = useContext(VisitorContext)
  if (!visitor) throw new Error('only under the shell')
  return visitor
}
