import type { UnitPlan } from './list.ts'

type Row = [name: string, short: string, weight: number, more?: Partial<UnitPlan>]

const institutions: Row[] = [
  ['临邑县人民医院', '县医院', 150, { kind: 'hospital' }],
  ['临邑县中医院', '县中医院', 76, { kind: 'hospital' }],
  ['临邑县妇幼保健院', '县妇保院', 34, { kind: 'hospital', street: '371424002' }],
  ['临邑县德平镇中心卫生院', '德平卫生院', 46, { kind: 'hospital', street: '371424103' }],
  ['临邑县供销合作社联合社', '县供销社', 90],
  ['临邑县农业技术推广中心', '县农技中心', 42],
  ['临邑县广播电视台', '县电视台', 30, { renamed: [['临邑县融媒体中心', '县融媒体中心', '2019-09-26']] }],
  ['临邑县文化馆', '县文化馆', 18],
  ['临邑县园林绿化处', '县园林处', 24],
  ['临邑县气象局', '县气象局', 10, { isVertical: true }],
]

const enterprises: Row[] = [
  ['临邑县沃野化肥厂', '化肥厂', 50],
  ['临邑县犁城棉纺织厂', '棉纺厂', 46],
  ['临邑县苍圣酒厂', '酒厂', 22],
  ['临邑县粮油贸易公司', '粮油公司', 44, { aliases: ['县粮食局直属公司'] }],
  ['临邑县供电公司', '供电公司', 40, { isVertical: true }],
  ['临邑县烟草专卖公司', '烟草公司', 16, { isVertical: true }],
  ['临邑县农村信用合作联社', '信用联社', 38],
]

const founded =
  (nature: UnitPlan['nature']) =>
  ([name, short, weight, more]: Row): UnitPlan => {
    return { name, short, weight, nature, kind: 'employer', openedOn: '1949-10-01', ...more }
  }

export const employers: UnitPlan[] = [
  ...institutions.map(founded('institution')),
  ...enterprises.map(founded('enterprise')),
]
