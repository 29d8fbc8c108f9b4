import type { Filing, GroupKind } from '#modules/activities/groups/index.ts'

export type PlannedGroup = {
  kind: GroupKind
  name: string
  interest: string
  street: string
  community: string
  filing: Filing
  purpose: string
  /** How many join at most, of those who like it and live there. */
  size: number
  /** Days from today until the running term ends: behind it, within ninety days, or far off. */
  endsIn: number
}

const soon = [35, 70, 88]
const interest = ([name = '', what = '', street = '']: readonly string[], at: number): PlannedGroup => {
  const community = name.includes('社区') ? name.slice(0, name.indexOf('社区') + 2) : ''
  return {
    kind: 'interest',
    name,
    interest: what,
    street,
    community,
    filing: at % 3 === 0 ? 'filed' : 'none',
    purpose: `以${what}会友，就近、就便、自愿参加`,
    size: 10 + (at % 4) * 3,
    endsIn: at % 7 === 2 ? (soon[at % 3] ?? 35) : at % 11 === 5 ? -20 : 400 + at * 13,
  }
}

const association = (name: string, what: string, at: number): PlannedGroup => ({
  kind: 'association',
  name,
  interest: what,
  street: '',
  community: '',
  filing: 'registered',
  purpose: `团结全县爱好${what}的老同志，开展学习、展演和公益活动`,
  size: 26 + at * 2,
  endsIn: at === 3 ? 60 : at === 6 ? -45 : 300 + at * 60,
})

/** 18 interest groups near the homes and 9 associations of the county. */
export const GROUPS: readonly PlannedGroup[] = [
  ['广场社区书法小组', '书法', '邢侗街道'],
  ['广场社区合唱队', '合唱', '邢侗街道'],
  ['广场社区太极拳队', '太极拳', '邢侗街道'],
  ['瑞恒社区象棋小组', '象棋', '邢侗街道'],
  ['瑞恒社区广场舞队', '广场舞', '邢侗街道'],
  ['洛源社区养花小组', '养花', '邢侗街道'],
  ['犁城社区戏曲小组', '戏曲', '邢侗街道'],
  ['犁城社区读书小组', '读书看报', '邢侗街道'],
  ['苍圣社区国画小组', '国画', '邢侗街道'],
  ['邢侗街道乒乓球队', '乒乓球', '邢侗街道'],
  ['馨园社区书法小组', '书法', '恒源街道'],
  ['恒源街道门球队', '门球', '恒源街道'],
  ['恒源街道二胡小组', '二胡', '恒源街道'],
  ['临盘街道健步走队', '散步', '临盘街道'],
  ['临盘街道戏曲小组', '戏曲', '临盘街道'],
  ['临邑镇象棋小组', '象棋', '临邑镇'],
  ['德平镇太极拳队', '太极拳', '德平镇'],
  ['邢侗街道智能手机互助组', '智能手机', '邢侗街道'],
]
  .map(interest)
  .concat(
    [
      ['临邑县老年书画研究会', '书法'],
      ['临邑县老年摄影协会', '摄影'],
      ['临邑县老年合唱团', '合唱'],
      ['临邑县老年门球协会', '门球'],
      ['临邑县老年太极拳协会', '太极拳'],
      ['临邑县戏曲票友协会', '戏曲'],
      ['临邑县老年棋类协会', '象棋'],
      ['临邑县老年钓鱼协会', '钓鱼'],
      ['临邑县老年乒乓球协会', '乒乓球'],
    ].map(([name = '', what = ''], at) => association(name, what, at)),
  )
