import type { NeedKindCode, Skill } from '#modules/volunteering/codes/index.ts'

/** Corps, the streets they are of, and the teams they hold: name, community, what they serve. */
export const CORPS: readonly {
  name: string
  street: string
  purpose: string
  teams: readonly (readonly [name: string, street: string, community: string, fields: readonly NeedKindCode[]])[]
}[] = [
  {
    name: '银龄医疗健康服务团',
    street: '邢侗街道',
    purpose: '退休医护人员陪诊、量血压、讲健康',
    teams: [
      ['广场社区陪诊队', '邢侗街道', '广场社区', ['clinic']],
      ['瑞恒社区健康服务队', '邢侗街道', '瑞恒社区', ['clinic', 'company']],
    ],
  },
  {
    name: '银龄助餐帮困服务团',
    street: '邢侗街道',
    purpose: '为独居、高龄老同志送餐、代买',
    teams: [
      ['洛源社区助餐队', '邢侗街道', '洛源社区', ['meals', 'shopping']],
      ['馨园社区助餐队', '恒源街道', '馨园社区', ['meals', 'shopping']],
    ],
  },
  {
    name: '银龄便民维修服务团',
    street: '邢侗街道',
    purpose: '水电小修、家政、理发',
    teams: [
      ['犁城社区维修队', '邢侗街道', '犁城社区', ['repair', 'housework']],
      ['广场社区理发队', '邢侗街道', '广场社区', ['haircut']],
    ],
  },
  {
    name: '银龄文艺惠民服务团',
    street: '邢侗街道',
    purpose: '书画、合唱、戏曲进社区',
    teams: [['苍圣社区书画队', '邢侗街道', '苍圣社区', ['culture']]],
  },
  {
    name: '银龄政策法律服务团',
    street: '邢侗街道',
    purpose: '政策咨询、邻里调解',
    teams: [['瑞恒社区调解队', '邢侗街道', '瑞恒社区', ['policy', 'mediation']]],
  },
  {
    name: '银龄陪伴关爱服务团',
    street: '恒源街道',
    purpose: '结对陪聊、教用手机',
    teams: [
      ['馨园社区陪伴队', '恒源街道', '馨园社区', ['company', 'digital']],
      ['苍圣社区手机课堂队', '邢侗街道', '苍圣社区', ['digital']],
    ],
  },
  {
    name: '银龄关心下一代服务团',
    street: '临盘街道',
    purpose: '“五老”讲传统、护学、辅导',
    teams: [['临盘街道五老宣讲队', '临盘街道', '', ['culture', 'other']]],
  },
  {
    name: '银龄乡村振兴服务团',
    street: '德平镇',
    purpose: '退休农技、教师下乡',
    teams: [['德平镇乡村服务队', '德平镇', '', ['other', 'policy', 'shopping']]],
  },
]

export const SKILL_SHARES: readonly (readonly [Skill, number])[] = [
  ['talking', 20],
  ['errands', 18],
  ['medical', 10],
  ['cooking', 9],
  ['arts', 9],
  ['teaching', 9],
  ['housework', 7],
  ['computing', 6],
  ['mediation', 5],
  ['driving', 5],
  ['repair', 4],
  ['law', 3],
  ['hair', 3],
]

export const HALF_DAYS = [
  'mon_am',
  'tue_am',
  'tue_pm',
  'wed_am',
  'thu_am',
  'thu_pm',
  'fri_am',
  'sat_am',
  'sun_pm',
] as const

export const TRAININGS: readonly (readonly [title: string, monthsAgo: number, minutes: number, trainer: string])[] = [
  ['急救常识与心肺复苏', 10, 120, '县红十字会'],
  ['助老陪诊规范', 8, 90, '县人民医院'],
  ['与高龄老人沟通', 6, 90, '县老年大学'],
  ['防诈骗宣讲员培训', 5, 60, '县公安局'],
  ['智能手机教学法', 3, 120, '县老年大学'],
  ['志愿服务记录与安全', 1, 60, '县委老干部局'],
]

/** What is asked, by how often; the words as a clerk writes them down. */
export const ASKED: readonly (readonly [NeedKindCode, weight: number, words: readonly string[]])[] = [
  [
    'clinic',
    20,
    ['去县医院复查，子女在外地，希望有人陪同', '每月取一次慢性病药，希望有人陪着去', '做白内障检查，需要人搀扶'],
  ],
  ['meals', 16, ['独居，希望工作日中午送餐', '老伴住院，这半个月想订午餐', '腿脚不便，希望助餐点送餐上门']],
  ['company', 14, ['老伴去世不久，想有人常来坐坐', '子女在外地，希望每周有人来聊聊天', '想找会下象棋的来家里坐坐']],
  ['shopping', 12, ['住五楼没有电梯，想请人代买米面油', '天冷路滑，希望代买几天菜']],
  ['repair', 10, ['厨房水龙头漏水', '卫生间灯不亮，自己够不着', '门锁不好开，请人看看', '楼道灯坏了好几天']],
  ['digital', 9, ['想学用手机视频通话', '不会用手机挂号，想请人教', '微信收到陌生链接，请人帮着看看']],
  ['housework', 7, ['过年前想请人帮着擦窗户', '想请人帮着整理阳台']],
  ['haircut', 5, ['卧床，希望上门理发', '行动不便，希望每月上门理一次发']],
  ['policy', 4, ['想问问高龄津贴怎么办理', '医保异地报销的手续']],
  ['culture', 3, ['想参加书法班，腿脚不便，问能否送学上门', '楼里几位想凑个合唱小组']],
  ['mediation', 2, ['楼上漏水，和邻居说不拢']],
  ['other', 2, ['旧沙发想请人抬下楼']],
]
