import type { FieldValues } from '#modules/people/index.ts'
import type { Chance } from '../chance.ts'
import type { Profile } from './profile.ts'

const INTERESTS = [
  '书法',
  '象棋',
  '太极拳',
  '散步',
  '养花',
  '戏曲',
  '广场舞',
  '合唱',
  '乒乓球',
  '摄影',
  '钓鱼',
  '读书看报',
  '国画',
  '门球',
  '二胡',
  '智能手机',
]
const WISHES = [
  '上门体检',
  '家政保洁',
  '陪同就医',
  '助餐',
  '聊天陪伴',
  '代办代购',
  '学习用手机',
  '文体活动',
  '送学上门',
]
const SKILLS = [
  '书法作品多次参加县老年书画展',
  '会京胡，可带戏曲班',
  '退休教师，愿为社区孩子讲红色故事',
  '懂果树管理，可到村指导',
  '中医推拿',
  '会写春联',
  '熟悉县志，愿整理地方史料',
]
const ASSOCIATIONS = ['县老年书画研究会会员', '县老年体育协会理事', '县关心下一代工作委员会成员']
const TAGS = ['银领智库', '文艺骨干', '五老志愿者', '楼长']
const HOMEBOUND = 85

export function talentOf(chance: Chance, { age }: Profile): { values: FieldValues; tags: string[] } {
  const isYoung = age < 75
  const mayGoOut = age < HOMEBOUND ? chance.happens(0.94) : chance.happens(0.35)
  return {
    values: {
      interests: chance.happens(0.7) ? chance.some(INTERESTS, chance.int(1, 3)) : [],
      skills: chance.happens(isYoung ? 0.12 : 0.04) ? chance.pick(SKILLS) : null,
      partTimePosts: chance.happens(isYoung ? 0.03 : 0.005) ? chance.pick(ASSOCIATIONS) : null,
      canGoOut: mayGoOut,
      wishedServices: chance.happens(0.45) ? chance.some(WISHES, chance.int(1, 3)) : [],
    },
    tags: isYoung && chance.happens(0.05) ? [chance.pick(TAGS)] : [],
  }
}
