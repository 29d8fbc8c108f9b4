import { XlsxStreamWriter } from 'hucre'
import { benchNames } from '../county/names.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const HEADERS = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '出生日期',
  '身份证号',
  '人员类别',
  '政治面貌',
  '文化程度',
  '参加工作时间',
  '离退休时间',
  '单位',
  '职务',
  '手机号码',
  '住址',
  '备注',
]

export async function roster(rows: number): Promise<Uint8Array> {
  const writer = new XlsxStreamWriter({ name: '花名册', columns: HEADERS.map((header) => ({ header, key: header })) })
  const names = benchNames(Math.min(rows, 20_000))
  for (let at = 0; at < rows; at++) writer.addRow(rowOf(at, names[at % names.length]?.name ?? '王秀英'))
  return writer.finish()
}

function rowOf(at: number, name: string): (string | number)[] {
  const born = new Date(Date.UTC(1925, 0, 1) + ((at * 7919) % 14_600) * 86_400_000).toISOString().slice(0, 10)
  const body = `371424${born.replaceAll('-', '')}${String(at % 1000).padStart(3, '0')}`
  const id =
    body + '10X98765432'[[...body].reduce((sum, digit, place) => sum + Number(digit) * (WEIGHTS[place] ?? 0), 0) % 11]
  const sex = (at % 1000) % 2 ? '男' : '女'
  return [
    at + 1,
    name,
    sex,
    '汉族',
    born,
    id,
    '退休',
    '中共党员',
    '大专',
    '1960-08',
    '1995-06',
    '试验单位' + (1 + (at % 66)),
    '科员',
    `139${String(at).padStart(8, '0')}`,
    '第1街道',
    '',
  ]
}
