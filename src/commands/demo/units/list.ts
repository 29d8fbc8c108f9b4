import { employers } from './employers.ts'
import { organs } from './organs.ts'
import { schools } from './schools.ts'

export type Nature = 'organ' | 'institution' | 'enterprise'

/** A unit as it is founded here. `weight` is its part of the retired people of its nature. */
export type UnitPlan = {
  name: string
  short: string
  nature: Nature
  kind: 'employer' | 'school' | 'hospital' | 'street' | 'civil_affairs' | 'organisation_department'
  weight: number
  openedOn: string
  /** 垂管: managed by its line, not by the county. */
  isVertical?: boolean
  aliases?: string[]
  /** The street (nine digits) it stands in; 邢侗街道 unless said. */
  street?: string
  /** Names it was given later, with their first days: its present name is the last. */
  renamed?: readonly (readonly [name: string, short: string, on: string])[]
}

/** Units that ended, and where their people went: 合并 into one of the list, or 撤销 with a successor. */
export type Ending = { how: 'merged' | 'closed'; units: string[]; into: string; on: string }

/** All of it invented or of the kind that every county has; no figure of a real unit. */
export const unitPlans: readonly UnitPlan[] = [...organs, ...schools, ...employers]

export const endings: readonly Ending[] = [
  { how: 'closed', units: ['临邑县犁城棉纺织厂'], into: '临邑县工业和信息化局', on: '2004-06-30' },
  { how: 'closed', units: ['临邑县苍圣酒厂'], into: '临邑县工业和信息化局', on: '2007-12-31' },
  {
    how: 'merged',
    units: ['临邑县工商行政管理局', '临邑县质量技术监督局'],
    into: '临邑县市场监督管理局',
    on: '2016-03-28',
  },
  {
    how: 'merged',
    units: ['临邑县国家税务局', '临邑县地方税务局'],
    into: '国家税务总局临邑县税务局',
    on: '2018-07-20',
  },
  { how: 'merged', units: ['临邑县农业局', '临邑县畜牧兽医局'], into: '临邑县农业农村局', on: '2019-01-18' },
]

export const BUREAU = '中共临邑县委老干部局'
