import type { GatheringKind } from '#modules/gatherings/index.ts'

export type Planned = {
  title: string
  kind: GatheringKind
  /** A day of the year such as `10-18`, or weeks from that of the demonstration with the day of the week: `-2w3`. */
  on: string
  at: string
  hours: number
  street: string
  community: string
  site?: string
  address?: string
  capacity?: number
  /** How many ask for a place. */
  asked: number
  cents?: number
  cancelledFor?: string
}

const CENTRE = { street: '邢侗街道', community: '广场社区', site: '县老干部活动中心' } as const
const COLLEGE = { street: '邢侗街道', community: '广场社区', site: '县老年大学' } as const
const GUANGCHANG = { street: '邢侗街道', community: '广场社区', site: '广场社区老干部活动室' } as const
const RUIHENG = { street: '邢侗街道', community: '瑞恒社区', site: '瑞恒社区老干部活动室' } as const
const LICHENG = { street: '邢侗街道', community: '犁城社区', site: '犁城社区老干部活动室' } as const
const CANGSHENG = { street: '邢侗街道', community: '苍圣社区', site: '苍圣社区书画室' } as const
const XINYUAN = { street: '恒源街道', community: '馨园社区', site: '馨园社区老干部活动室' } as const

/** What happens on its own day of the year. */
const YEAR: readonly Planned[] = [
  {
    title: '新春茶话会',
    kind: 'meeting',
    on: '01-22',
    at: '09:30',
    hours: 2,
    ...CENTRE,
    capacity: 60,
    asked: 46,
    cents: 300_000,
  },
  { title: '迎新春送春联', kind: 'activity', on: '01-28', at: '09:00', hours: 2, ...GUANGCHANG, asked: 24 },
  { title: '元宵灯谜会', kind: 'activity', on: '03-02', at: '14:30', hours: 2, ...CENTRE, asked: 35, cents: 80_000 },
  { title: '学雷锋志愿服务启动会', kind: 'meeting', on: '03-05', at: '09:00', hours: 1, ...GUANGCHANG, asked: 28 },
  {
    title: '春季健步走',
    kind: 'activity',
    on: '03-18',
    at: '08:30',
    hours: 2,
    ...CENTRE,
    address: '从活动中心沿犁城大道往返',
    asked: 40,
  },
  {
    title: '清明祭扫烈士陵园',
    kind: 'party_life',
    on: '04-03',
    at: '08:30',
    hours: 3,
    ...CENTRE,
    address: '临邑县革命烈士陵园',
    asked: 30,
    cents: 60_000,
  },
  { title: '象棋比赛', kind: 'competition', on: '04-15', at: '09:00', hours: 3, ...RUIHENG, capacity: 24, asked: 26 },
  { title: '防诈骗讲座', kind: 'lecture', on: '04-22', at: '09:30', hours: 1, ...LICHENG, asked: 32 },
  {
    title: '门球友谊赛',
    kind: 'competition',
    on: '05-08',
    at: '08:30',
    hours: 3,
    street: '恒源街道',
    community: '',
    site: '恒源门球场',
    capacity: 20,
    asked: 22,
  },
  { title: '健康体检说明会', kind: 'health', on: '05-19', at: '09:00', hours: 1, ...XINYUAN, asked: 21 },
  {
    title: '端午包粽子',
    kind: 'activity',
    on: '06-16',
    at: '09:00',
    hours: 2,
    ...GUANGCHANG,
    asked: 30,
    cents: 50_000,
  },
  { title: '“七一”重温入党誓词', kind: 'party_life', on: '06-30', at: '09:00', hours: 2, ...CENTRE, asked: 38 },
  {
    title: '消夏文艺晚会',
    kind: 'competition',
    on: '07-24',
    at: '18:30',
    hours: 2,
    ...CENTRE,
    asked: 42,
    cents: 200_000,
  },
  {
    title: '高温天气健康讲座',
    kind: 'lecture',
    on: '07-29',
    at: '09:30',
    hours: 1,
    ...RUIHENG,
    asked: 25,
    cancelledFor: '高温橙色预警，改发健康提示',
  },
  { title: '“八一”老兵座谈会', kind: 'meeting', on: '07-31', at: '09:30', hours: 2, ...GUANGCHANG, asked: 18 },
  { title: '教师节退休教师座谈', kind: 'meeting', on: '09-09', at: '09:30', hours: 2, ...COLLEGE, asked: 27 },
  {
    title: '参观乡村振兴示范片',
    kind: 'tour',
    on: '09-17',
    at: '08:00',
    hours: 4,
    ...CENTRE,
    address: '孟寺镇、林子镇',
    capacity: 30,
    asked: 36,
    cents: 240_000,
  },
  {
    title: '喜迎国庆书画展',
    kind: 'competition',
    on: '09-28',
    at: '09:00',
    hours: 3,
    ...CANGSHENG,
    asked: 33,
    cents: 120_000,
  },
  {
    title: '重阳节慰问演出',
    kind: 'activity',
    on: '10-18',
    at: '09:00',
    hours: 2,
    ...CENTRE,
    asked: 45,
    cents: 260_000,
  },
  {
    title: '秋季趣味运动会',
    kind: 'competition',
    on: '10-27',
    at: '08:30',
    hours: 3,
    ...CENTRE,
    asked: 34,
    cents: 90_000,
    cancelledFor: '连日降雨，场地积水',
  },
  { title: '流感疫苗接种服务', kind: 'health', on: '11-06', at: '08:30', hours: 3, ...XINYUAN, asked: 29 },
  { title: '冬季用气用电安全讲座', kind: 'lecture', on: '11-13', at: '09:30', hours: 1, ...LICHENG, asked: 30 },
]

/** What goes on now: weeks before and after the day of the demonstration. */
const NOW: readonly Planned[] = [
  ...[-10, -8, -6, -4, -2, 2, 4].map(
    (week): Planned => ({
      title: '书画班',
      kind: 'class',
      on: `${week}w3`,
      at: '14:30',
      hours: 2,
      ...COLLEGE,
      capacity: 20,
      asked: week > 0 ? 24 : 20,
    }),
  ),
  ...[-5, -4, -3, -2, -1, 1, 2, 3].map(
    (week): Planned => ({
      title: '太极拳晨练',
      kind: 'activity',
      on: `${week}w2`,
      at: '07:30',
      hours: 1,
      ...XINYUAN,
      address: '社区广场',
      asked: 16,
    }),
  ),
  ...[-9, -5, -1, 3].map(
    (week): Planned => ({
      title: '支部主题党日',
      kind: 'party_life',
      on: `${week}w5`,
      at: '15:00',
      hours: 1,
      ...GUANGCHANG,
      asked: 22,
    }),
  ),
  ...[-7, -3, 1].map(
    (week): Planned => ({
      title: '合唱队排练',
      kind: 'activity',
      on: `${week}w4`,
      at: '09:00',
      hours: 2,
      ...RUIHENG,
      asked: 18,
    }),
  ),
  { title: '智能手机使用课', kind: 'class', on: '-1w1', at: '10:00', hours: 1, ...COLLEGE, capacity: 18, asked: 22 },
  { title: '智能手机使用课', kind: 'class', on: '1w1', at: '10:00', hours: 1, ...COLLEGE, capacity: 18, asked: 21 },
  { title: '象棋友谊赛', kind: 'competition', on: '2w6', at: '09:00', hours: 3, ...LICHENG, capacity: 16, asked: 12 },
  {
    title: '冬至包饺子',
    kind: 'activity',
    on: '4w2',
    at: '09:00',
    hours: 2,
    ...GUANGCHANG,
    capacity: 40,
    asked: 26,
    cents: 60_000,
  },
  { title: '年度情况通报会', kind: 'meeting', on: '5w4', at: '09:30', hours: 2, ...CENTRE, asked: 20 },
]

const DAY_MS = 86_400_000

/** The office's day on which it is, given that of the demonstration: a day of the year is the last one gone by. */
export function dayIn(on: string, today: string): string {
  const [weeks, weekday] = on.split('w')
  if (weekday) {
    const now = new Date(today)
    const monday = now.getTime() - ((now.getUTCDay() + 6) % 7) * DAY_MS
    return new Date(monday + (Number(weeks) * 7 + Number(weekday) - 1) * DAY_MS).toISOString().slice(0, 10)
  }
  const year = Number(today.slice(0, 4))
  const thisYear = `${year}-${on}`
  return thisYear < today ? thisYear : `${year - 1}-${on}`
}

/** A year of gatherings in their order. */
export function yearOf(today: string): (Planned & { day: string })[] {
  return [...YEAR, ...NOW]
    .map((one) => ({ ...one, day: dayIn(one.on, today) }))
    .toSorted((a, b) => `${a.day} ${a.at}`.localeCompare(`${b.day} ${b.at}`))
}
