import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as matching } from '#modules/volunteering/needs/matching/contract.ts'
import { contract as checking } from '#modules/volunteering/shifts/checking/contract.ts'
import { contract as confirming } from '#modules/volunteering/shifts/confirming/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as stars } from '#modules/volunteering/stars/contract.ts'
import { PLACES } from '#test/office.ts'
import { type Acts, SHIFT, TUESDAY } from '../acts.ts'
import type { Street } from '../street.ts'

export function clerkOverHttp({ o, workers }: Street): Acts['clerk'] {
  const at = <C extends Parameters<ReturnType<typeof o.as>['call']>[0]>(contract: C) =>
    o.as(workers.clerk).call(contract)
  const needId = async () => (await at(needs).listNeeds({})).items[0]?.id ?? ''
  const shiftId = async () => (await at(shifts).listShifts({ q: SHIFT })).items[0]?.id ?? ''
  return {
    match: async () => {
      const id = await needId()
      await at(needs).acceptNeed({ id })
      const [best] = (await at(matching).listCandidates({ id })).people
      await at(needs).matchNeed({ id, helperId: best?.personId ?? null })
    },
    publishShift: async () => {
      const place = { placeCode: PLACES.guangchang, address: '县医院门诊楼' }
      await at(shifts).publishShift({ title: SHIFT, task: 'clinic', ...place, ...TUESDAY, needId: await needId() })
    },
    scan: async (code) => {
      await at(checking).scanCode({ id: await shiftId(), code })
    },
    confirm: async () => {
      const [waiting] = (await at(checking).listWaiting({})).items
      await at(confirming).confirmTurns({ turns: [waiting?.id ?? ''], rating: 5 })
    },
  }
}

export function starsOverHttp({ o, workers }: Street): Pick<Acts['keeper'], 'publishStar' | 'awardStar'> {
  const at = o.as(workers.keeper).call(stars)
  return {
    publishStar: async () => {
      const { items } = await at.listStarCandidates({})
      await at.publishStars({ items: items.map(({ of, subjectId, level }) => ({ of, subjectId, level })) })
    },
    awardStar: async () => {
      const { items } = await at.listStars({ status: 'published' })
      await at.awardStars({ ids: items.map(({ id }) => id) })
    },
  }
}
