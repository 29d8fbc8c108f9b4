import type { UnitPlan } from './list.ts'

type Row = [name: string, short: string, weight: number, street?: string]

const rows: Row[] = [
  ['临邑县第一中学', '县一中', 130],
  ['临邑县第二中学', '县二中', 84],
  ['临邑县职业中等专业学校', '县职专', 62],
  ['临邑县教师进修学校', '县进修学校', 40],
  ['临邑县榆荫小学', '榆荫小学', 76],
  ['临邑县洛源小学', '洛源小学', 68, '371424002'],
  ['临邑县恒源街道中心小学', '恒源中心小学', 92, '371424002'],
  ['临邑县临盘街道中心小学', '临盘中心小学', 120, '371424003'],
  ['临邑县临南镇中心小学', '临南中心小学', 128, '371424102'],
  ['临邑县德平镇中心小学', '德平中心小学', 122, '371424103'],
  ['临邑县林子镇中心小学', '林子中心小学', 120, '371424104'],
  ['临邑县兴隆镇中心小学', '兴隆中心小学', 110, '371424105'],
  ['临邑县孟寺镇中心小学', '孟寺中心小学', 106, '371424106'],
  ['临邑县德平镇初级中学', '德平初中', 78, '371424103'],
  ['临邑县临盘街道初级中学', '临盘初中', 74, '371424003'],
]

/** Two of three retired people of a county worked in a 事业单位; most of them taught. */
export const schools: UnitPlan[] = rows.map(([name, short, weight, street]) => ({
  name,
  short,
  weight,
  nature: 'institution',
  kind: 'school',
  openedOn: '1949-10-01',
  ...(street ? { street } : {}),
}))
