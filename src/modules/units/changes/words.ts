import { refusal } from '#platform/refuse.ts'

type Named = { name: string }

export const peopleNeedSuccessor = refusal('units.people_need_successor', 409, (p: Named & { people: number }) => ({
  zh: `“${p.name}”名下还有 ${p.people} 名人员，原单位的责任不能中断。请指定承接单位后再撤销。`,
  en: `“${p.name}” still has ${p.people} people, and the duties of an original unit never lapse. Name the unit that takes them over.`,
}))
export const sameUnit = refusal('units.same_unit', 422, () => ({
  zh: '承接单位不能就是被撤销、被合并的单位。请重新选择。',
  en: 'The unit that takes over cannot be one of those that end. Choose again.',
}))
export const alreadyNamed = refusal('units.already_named', 409, (p: Named) => ({
  zh: `现在的名称就是“${p.name}”，无需更名。`,
  en: `It is called “${p.name}” already.`,
}))
export const notClosed = refusal('units.not_closed', 409, (p: Named) => ({
  zh: `“${p.name}”没有撤销，无需恢复。`,
  en: `“${p.name}” is not closed.`,
}))
export const notItsPeople = refusal('units.not_its_people', 422, (p: Named & { people: number }) => ({
  zh: `所选人员中有 ${p.people} 人不在“${p.name}”名下，或被选了两次。请刷新名单后重新选择。`,
  en: `${p.people} of the people chosen do not belong to “${p.name}”, or are chosen twice. Reload the list and choose again.`,
}))
