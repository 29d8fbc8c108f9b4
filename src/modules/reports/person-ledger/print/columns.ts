import type { Lang } from '#platform/words.ts'

export type Paper = 'A4' | 'A3'

const centre = true
const left = false

/** The columns of 老干部信息台账 in the order of the paper form, with their widths in points on A4 and A3; 0 leaves one out. */
const columns = {
  no: ['序号', 'No.', 22, 26, centre],
  name: ['姓名', 'Name', 34, 44, centre],
  gender: ['性别', 'Sex', 18, 22, centre],
  birthOn: ['出生日期', 'Born', 46, 54, centre],
  age: ['年龄', 'Age', 18, 22, centre],
  kind: ['类别', 'Kind', 22, 28, centre],
  political: ['政治面貌', 'Party', 36, 40, centre],
  partyJoinedOn: ['入党时间', 'Joined the Party', 0, 54, centre],
  education: ['文化程度', 'Education', 0, 46, centre],
  unit: ['原工作单位', 'Unit', 94, 122, left],
  post: ['退休时职务', 'Post', 50, 62, left],
  rank: ['退休时职级', 'Rank', 42, 48, centre],
  rankTreatment: ['现享受待遇', 'Treated as', 42, 48, centre],
  workStartedOn: ['参加工作时间', 'Started work', 0, 54, centre],
  retiredOn: ['离退休时间', 'Retired', 46, 54, centre],
  community: ['居住社区', 'Community', 50, 64, left],
  phone: ['联系电话', 'Phone', 56, 64, centre],
  living: ['居住情况', 'Living', 50, 64, left],
  health: ['健康状况', 'Health', 42, 54, centre],
  remark: ['备注', 'Remark', 48, 68, left],
} as const satisfies Record<string, readonly [zh: string, en: string, a4: number, a3: number, isCentred: boolean]>

export type ColumnKey = keyof typeof columns
export type Column = { key: ColumnKey; name: string; width: number; isCentred: boolean }

const keys = Object.keys(columns) as ColumnKey[] // widened to string, but they are the record's own

export function columnsOn(paper: Paper, lang: Lang): Column[] {
  const all = keys.map((key) => {
    const [zh, en, a4, a3, isCentred] = columns[key]
    return { key, name: lang === 'zh' ? zh : en, width: paper === 'A3' ? a3 : a4, isCentred }
  })
  return all.filter((one) => one.width > 0)
}
