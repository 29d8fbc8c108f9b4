import type { PersonRecord } from '../shapes.ts'
import { idNumber } from './county.ts'
import type { CellSpec } from './workbook-of.ts'

export function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (sides) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}

type Throw = ReturnType<typeof dice>

function pick<T>(roll: Throw, from: readonly T[]): T {
  const chosen = from[roll(from.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

const HEADERS = {
  name: ['姓名', '姓  名', '老干部姓名', '姓名（老干部）', '*姓名', '离退休干部姓名', '名字'],
  gender: ['性别', '性 别', '性\n别', '男/女'],
  birth: ['出生年月', '出生日期', '生日', '出生\n年月', '出生时间', '出 生 年 月 日'],
  id: ['身份证号', '公民身份号码', '身份证号码', '证件号码', '居民身份证号（18位）'],
  unit: ['单位', '工作单位', '原工作单位', '单位全称', '退休前单位', '所在单位'],
  phone: ['联系电话', '手机', '手机/联系方式', '电话号码', '联系方式'],
  ethnicity: ['民族', '民 族', '族别'],
  kind: ['类别', '人员类别', '离/退', '离退休类别'],
  work_start: ['参加工作时间', '工作时间', '参加工作年月', '参加革命(工作)时间'],
  community: ['社区', '所属社区', '现居住社区', '社区（村）'],
  pension: ['月离退休费', '养老金（元）', '退休金', '月退休费'],
} as const
export type RandomField = keyof typeof HEADERS
export const RANDOM_FIELDS: RandomField[] = [
  'name',
  'gender',
  'birth',
  'id',
  'unit',
  'phone',
  'ethnicity',
  'kind',
  'work_start',
  'community',
  'pension',
]

export function randomHeader(roll: Throw, field: RandomField): string {
  return pick(roll, HEADERS[field])
}

const CHINESE = [...'〇一二三四五六七八九十']
const inChinese = (value: number) =>
  value <= 10
    ? CHINESE[value]
    : value < 20
      ? `十${CHINESE[value - 10]}`
      : `二十${CHINESE[value - 20] ?? ''}`.replace('〇', '')

/** A month in one of the forms in which it cannot be mistaken. */
function monthText(roll: Throw, year: number, month: number): CellSpec {
  const two = String(month).padStart(2, '0')
  const chinese = [...String(year)].map((digit) => CHINESE[Number(digit)]).join('')
  return pick<CellSpec>(roll, [
    `${year}.${two}`,
    `${year}-${two}`,
    `${year}年${month}月`,
    `${year}${two}`,
    `${year % 100}年${month}月`,
    `${chinese}年${inChinese(month)}月`,
    Number(`${year}${two}`),
    { value: Number(`${year}.${two}`), format: '0.00' },
    `${year}${two}00`,
  ])
}

const UNITS = [
  ['青河县教育局', ['教育局', '县教育局', '青河县教育局', '原教委', '教育局（合并）']],
  ['青河县第一中学', ['一中', '青河一中', '青河县第一中学']],
  ['青河县供销合作社联合社', ['县供销社', '青河县供销合作社联合社']],
] as const

export type RandomPerson = { cells: Record<RandomField, CellSpec>; record: PersonRecord }

export function randomPerson(roll: Throw, number: number): RandomPerson {
  const isMan = roll(2) === 0
  const [year, month] = [1932 + roll(20), 1 + roll(12)]
  const id = idNumber(
    `${year}${String(month).padStart(2, '0')}${10 + roll(18)}`,
    ((number * 2) % 998) + (isMan ? 1 : 2),
  )
  const name = `李${String.fromCharCode(0x4e8c + number)}`
  const [unit, spellings] = pick(roll, UNITS)
  const mobile = `139${String(10_000_000 + number * 7)}`
  const start = year + 18 + roll(6)
  const pension = 2500 + roll(9000) / 10
  const record: PersonRecord = {
    name,
    id,
    gender: isMan ? '1' : '2',
    birth: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`,
    unit,
    ethnicity: '01',
    kind: '退休',
    work_start: `${start}-03`,
    community: '槐树社区',
    pension,
    phones: [{ number: mobile, label: '本人' }],
  }
  const cells: RandomPerson['cells'] = {
    name: pick(roll, [name, `${name[0]}　${name[1]}`, ` ${name} `, `${name}同志`]),
    gender: isMan ? pick(roll, ['男', '男性', 1]) : pick(roll, ['女', '女性', 2]),
    birth: pick(roll, [monthText(roll, year, month), '', '不详']),
    id: pick(roll, [id, `'${id}`, `${id.slice(0, 6)} ${id.slice(6)}`, id.toLowerCase()]),
    unit: pick(roll, spellings),
    phone: pick(roll, [mobile, Number(mobile), `+86 ${mobile}`, `0${mobile}`]),
    ethnicity: pick(roll, ['汉', '汉族']),
    kind: pick(roll, ['退', '退休', '退休干部']),
    work_start: monthText(roll, start, 3),
    community: pick(roll, ['槐树社区', '东关街道槐树社区']),
    pension: pick(roll, [pension, `${pension}元`, `￥${pension.toLocaleString('en-US')}`]),
  }
  return { cells, record }
}
