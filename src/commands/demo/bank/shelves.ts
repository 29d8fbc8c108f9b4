import type { bankDesk } from '#modules/volunteering/index.ts'

type Facts = Parameters<typeof bankDesk.addPartner>[1]
type Thing = readonly [name: string, points: number, stock: number | null, description: string]
export type Shelf = Pick<Facts, 'name' | 'kind' | 'address' | 'phone'> & { placeCode: string; things: readonly Thing[] }

const XINGTONG = '3714240010000000000'
const HENGYUAN = '3714240020000000000'

/** Whom the demonstration county has an agreement with; names, addresses and telephones are made up. */
export const SHELVES: readonly Shelf[] = [
  {
    name: '洛北购物广场',
    kind: 'shop',
    placeCode: XINGTONG,
    address: '迎曦大街 18 号',
    phone: '0534-4260011',
    things: [
      ['鸡蛋一提', 12, 200, '30 枚'],
      ['花生油一桶', 36, 60, '5 升'],
      ['洗衣液一瓶', 10, 80, '2 千克'],
    ],
  },
  {
    name: '惠民粮油店',
    kind: 'shop',
    placeCode: HENGYUAN,
    address: '犁城大道 102 号',
    phone: '0534-4260022',
    things: [
      ['面粉一袋', 16, 120, '10 千克'],
      ['大米一袋', 18, 120, '10 千克'],
    ],
  },
  {
    name: '邢侗街道助老食堂',
    kind: 'canteen',
    placeCode: XINGTONG,
    address: '邢侗公园东门',
    phone: '0534-4260033',
    things: [
      ['午餐一份', 4, null, '两荤两素一汤，可送到家'],
      ['周末饺子一份', 5, null, '周六、周日'],
    ],
  },
  {
    name: '县人民医院体检中心',
    kind: 'hospital',
    placeCode: HENGYUAN,
    address: '广场大街 211 号',
    phone: '0534-4260044',
    things: [
      ['血糖血脂检查一次', 8, null, '空腹，工作日上午'],
      ['家庭医生上门一次', 20, 40, '量血压、看药、讲用药'],
    ],
  },
  {
    name: '同德堂药店',
    kind: 'pharmacy',
    placeCode: XINGTONG,
    address: '永兴大街 66 号',
    phone: '0534-4260055',
    things: [
      ['电子血压计一台', 60, 20, '臂式，保修一年'],
      ['口罩与创可贴一包', 3, 200, ''],
    ],
  },
  {
    name: '春风理发店',
    kind: 'service',
    placeCode: XINGTONG,
    address: '广场社区 3 号楼底商',
    phone: '0534-4260066',
    things: [
      ['理发一次', 5, null, '周一至周五上午'],
      ['上门理发一次', 8, null, '行动不便的老同志'],
    ],
  },
  {
    name: '新华书店',
    kind: 'culture',
    placeCode: HENGYUAN,
    address: '文化路 9 号',
    phone: '0534-4260077',
    things: [
      ['书报任选一册', 10, 100, '定价 40 元以内'],
      ['毛笔宣纸一套', 15, 50, ''],
    ],
  },
]
