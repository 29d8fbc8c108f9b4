import { refusal } from '#platform/refuse.ts'
import type { PlaceLevel } from '../codes.ts'
import { levelWords } from '../words.ts'

type Named = { name: string }

export const wrongLevel = refusal('places.wrong_level', 422, (p: { parent: PlaceLevel; level: PlaceLevel }) => ({
  zh: `${levelWords[p.parent].zh}下面不能直接设${levelWords[p.level].zh}。网格、楼栋设在社区下，单元设在楼栋下。`,
  en: `A ${levelWords[p.level].en} cannot lie directly under a ${levelWords[p.parent].en}. Grids and buildings lie under communities, entrances under buildings.`,
}))
export const numberNeeded = refusal('places.number_needed', 422, (p: { level: PlaceLevel }) => ({
  zh: `新增${levelWords[p.level].zh}时请填写国家统计局公布的三位代码，系统不能代编。`,
  en: `A new ${levelWords[p.level].en} needs its three digits of the national table; the system cannot make them up.`,
}))
export const numberTaken = refusal('places.number_taken', 409, (p: { number: number; name: string }) => ({
  zh: `编号 ${p.number} 已用于“${p.name}”（撤销的编号也不再使用）。请换一个编号，或留空由系统编号。`,
  en: `Number ${p.number} already belongs to “${p.name}” (numbers of abolished places are not used again). Take another or leave it empty.`,
}))
export const noNumberLeft = refusal('places.no_number_left', 409, (p: { most: number }) => ({
  zh: `这里的编号已用完（最多 ${p.most} 个）。请在另一个网格或社区下新增。`,
  en: `All ${p.most} numbers here are used. Add it under another grid or community.`,
}))
export const nameTaken = refusal('places.name_taken', 409, (p: Named & { code: string }) => ({
  zh: `同一级下已有“${p.name}”，没有重复新增。`,
  en: `“${p.name}” is already there; nothing was added.`,
}))
export const alreadyNamed = refusal('places.already_named', 409, (p: Named) => ({
  zh: `现在的名称就是“${p.name}”，无需更名。`,
  en: `It is called “${p.name}” already.`,
}))
export const peopleLiveThere = refusal('places.people_live_there', 409, (p: Named & { people: number }) => ({
  zh: `“${p.name}”还住着 ${p.people} 人，不能直接撤销。请指定并入的地点，这些人的住址归属会随之转入。`,
  en: `${p.people} people live in “${p.name}”. Name the place it merges into; their homes follow.`,
}))
export const communitiesBelow = refusal('places.communities_below', 409, (p: Named & { count: number }) => ({
  zh: `“${p.name}”还有 ${p.count} 个未撤销的社区（村）。请先逐个撤销或并入，因为社区代码须按国家统计局公布的填写。`,
  en: `${p.count} communities of “${p.name}” still stand. Abolish or merge each first: their new codes come from the national table.`,
}))
export const countyStays = refusal('places.county_stays', 422, () => ({
  zh: '本县是系统的使用单位，不能撤销。区划调整请联系实施人员。',
  en: 'The county itself cannot be abolished here. Ask the people who installed the system.',
}))
export const badSuccessor = refusal('places.bad_successor', 422, () => ({
  zh: '并入的地点必须是本县另一个未撤销的同级或上级地点。请重新选择。',
  en: 'The successor must be another standing place of this county, of the same level or higher. Choose again.',
}))
