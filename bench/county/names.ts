import { nameKeys, nameSort } from '#modules/people/book/name-keys.ts'

// The commonest surnames and given-name characters, with weights that repeat as real ones do.
const SURNAMES =
  '王王王李李李张张刘刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'
const GIVEN = '英兰秀玉桂珍凤华芳梅明国建文志德福成忠义军伟强平生春林海庆荣祥宝金银学广云山东清光永胜利民新'

export type BenchName = { name: string; keys: string[]; sort: string }

export function benchNames(count: number): BenchName[] {
  const [surnames, given] = [[...SURNAMES], [...GIVEN]]
  const names = new Set<string>()
  let state = 371_424
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = (from: string[]) => from[next(from.length)] ?? ''
  while (names.size < count) names.add(pick(surnames) + pick(given) + (next(4) ? pick(given) : ''))
  return [...names].map((name) => ({ name, keys: nameKeys(name), sort: nameSort(name) }))
}
