import { contract as doorCode } from '#modules/gatherings/own/contract.ts'
import { contract as bank } from '#modules/volunteering/bank/own/contract.ts'
import { contract as own } from '#modules/volunteering/own/contract.ts'
import { newId } from '#platform/ids.ts'
import { enterWith } from '#test/office/elders.ts'
import type { Visitor } from '#test/office/visitor.ts'
import { type Acts, SHIFT, WORDS } from '../acts.ts'
import type { Street } from '../street.ts'

/** At home with a telephone: each signs in with the card of the community. */
export async function neighboursOverHttp(street: Street): Promise<Pick<Acts, 'daughter' | 'wang' | 'li'>> {
  const { o, cards, people } = street
  const [daughter, wang, li] = [
    await enterWith(o, cards.daughter),
    await enterWith(o, cards.wang),
    await enterWith(o, cards.li),
  ]
  return {
    daughter: {
      askForHelp: async () => {
        await daughter.call(own).askForHelp({ personId: people.wang, kind: 'clinic', words: WORDS, urgency: 'normal' })
      },
    },
    wang: {
      answer: async (satisfaction) => {
        const [need] = (await wang.call(own).myNeeds({ personId: people.wang })).items
        await wang.call(own).answerMyNeed({ personId: people.wang, id: need?.id ?? '', satisfaction })
      },
      readRecord: async () => {
        const { served } = await wang.call(own).myRecord({ personId: people.wang })
        return served.map(({ title, by }) => `${title} ${by}`).join()
      },
    },
    li: helperOverHttp(street, li),
  }
}

function helperOverHttp({ people: { li: personId }, itemId }: Street, li: Visitor): Acts['li'] {
  return {
    claimTurn: async () => {
      const { open } = await li.call(own).myShifts({ personId })
      const id = open.find(({ title }) => title === SHIFT)?.id ?? ''
      await li.call(own).claimMyTurn({ personId, id })
    },
    showCode: async () => (await li.call(doorCode).showMyCode({ personId })).code,
    readPoints: () => li.call(bank).myBank({ personId }),
    redeem: async () => (await li.call(bank).redeemPoints({ personId, id: newId(), itemId })).code,
    undo: async () => {
      const [waiting] = (await li.call(bank).myBank({ personId })).waiting
      await li.call(bank).undoMyRedemption({ personId, id: waiting?.id ?? '' })
    },
  }
}
