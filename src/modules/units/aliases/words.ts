import { refusal } from '#platform/refuse.ts'

type Held = { name: string; unit: string }

export const aliasExists = refusal('units.alias_exists', 409, (p: { name: string }) => ({
  zh: `按比对规则，本单位已有名称“${p.name}”，花名册上这样写已能找到，无需再加。`,
  en: `As names are compared, this unit is called “${p.name}” already; a roster that writes so finds it.`,
}))
export const aliasAmbiguous = refusal('units.alias_ambiguous', 409, (p: Held) => ({
  zh: `“${p.name}”已指“${p.unit}”，再加就分不清了。请写得更具体，或先从该单位移除。`,
  en: `“${p.name}” already means “${p.unit}”. Be more specific, or remove it there first.`,
}))
export const nameStays = refusal('units.name_stays', 409, (p: { name: string }) => ({
  zh: `“${p.name}”是单位的现名、简称或更名留下的历史，不能移除。`,
  en: `“${p.name}” is a present name of the unit or the record of a renaming, and stays.`,
}))
