import type { Book } from '../src/modules/reports/person-ledger/print/book.ts'
import { type Column, columnsOn } from '../src/modules/reports/person-ledger/print/columns.ts'

type Wish = {
  groups?: Record<string, number>
  lixiu?: number
  cells?: Partial<Record<Column['key'], string>>
} & Partial<Omit<Book, 'groups'>>

/** A book of invented people: so many in each group, the first `lixiu` of each group 离休; `cells` says what all have alike. */
export function ledgerBook({ groups = { 邢侗街道: 3 }, lixiu = 0, cells = {}, ...rest }: Wish = {}): Book {
  const paper = rest.paper ?? 'A4'
  const columns = rest.columns ?? columnsOn(paper, rest.lang ?? 'zh')
  const made = Object.entries(groups).map(([name, count]) => ({
    name,
    totals: { ...none, people: count, lixiu: Math.min(lixiu, count), tuixiu: count - Math.min(lixiu, count) },
    lines: Array.from({ length: count }, (_, at) => {
      const kind = at < lixiu ? 'lixiu' : 'tuixiu'
      const person = { ...personNo(at, kind === 'lixiu' ? '离休' : '退休'), ...cells }
      return { kind, cells: columns.map(({ key }) => person[key] ?? '') }
    }),
  }))
  const sum = (key: 'people' | 'lixiu' | 'tuixiu') => made.reduce((total, group) => total + group.totals[key], 0)
  return {
    title: '临邑县老干部信息台账',
    organisation: '中共临邑县委老干部局',
    madeBy: '周敏',
    mark: '周敏 · 0a1f · 2026-03-02 09:00',
    asOf: '2026-03-02',
    isWhole: true,
    lang: 'zh',
    totals: { ...none, people: sum('people'), lixiu: sum('lixiu'), tuixiu: sum('tuixiu') },
    ...rest,
    paper,
    columns,
    groups: made,
  }
}

const none = { people: 0, lixiu: 0, tuixiu: 0, other: 0, women: 0, members: 0, aged80: 0, livesAlone: 0 }

const samples: Partial<Record<Column['key'], readonly string[]>> = {
  gender: ['男', '女', '男'],
  birthOn: ['1951-03-02', '1948-11', '1956'],
  political: ['中共党员', '群众', '中共党员', '民盟盟员'],
  partyJoinedOn: ['1976-07-01'],
  education: ['中等职业教育', '大学专科', '大学本科'],
  unit: ['临邑县林子镇中心小学', '中共临邑县委组织部', '临邑县人民医院', '国家税务总局临邑县税务局'],
  post: ['校长', '副主任科员', '', '主治医师'],
  rank: ['乡科级正职', '乡科级副职', ''],
  rankTreatment: ['', '', '', '', '县处级副职'],
  workStartedOn: ['1970-12'],
  retiredOn: ['2011-04', '2008-12-01'],
  community: ['广场社区', '瑞恒社区', '洛源社区', '前杨家村'],
  phone: ['13912345678', '0534-4231234', '139****78'],
  living: ['与配偶同住', '独居、高龄', '', '与子女同住、高龄、半失能'],
  health: ['健康或良好', '心血管病', '', '一般或较弱'],
  remark: ['', '', '', '', '', '', '', '2019 年随子女到德州市居住，冬季返回'],
}
const SURNAMES = '王李刘张孙赵陈杨高马宋韩徐郭于周'
const GIVEN = ['建国', '秀英', '文斌', '桂兰', '志', '玉珍', '明', '春梅']

function personNo(at: number, kind: string): Partial<Record<Column['key'], string>> {
  const drawn = Object.entries(samples).map(([key, list]) => [key, list[at % list.length]])
  const name = `${SURNAMES[at % SURNAMES.length]}${GIVEN[(at * 3) % GIVEN.length]}`
  return { ...Object.fromEntries(drawn), no: String(at + 1), name, age: String(60 + (at % 35)), kind }
}
