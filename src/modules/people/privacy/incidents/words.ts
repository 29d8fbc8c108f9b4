import type { Bilingual } from '#platform/words.ts'

/** What may be shown of a person beside the fields of the record. */
export const around: Readonly<Record<string, Bilingual>> = {
  phones: { zh: '电话', en: 'Telephones' },
  phone: { zh: '电话', en: 'Telephones' },
  day: { zh: '生日', en: 'Birthday' },
  age: { zh: '年龄', en: 'Age' },
  contacts: { zh: '联系人', en: 'Contacts' },
  family: { zh: '家庭成员', en: 'Family' },
  photo: { zh: '照片', en: 'Photograph' },
  idText: { zh: '公民身份号码', en: 'Identity number' },
  consents: { zh: '同意记录', en: 'Consents' },
  correction: { zh: '更正申请', en: 'Request for correction' },
  evidence: { zh: '依据材料', en: 'Evidence' },
  giver: { zh: '代为同意的人', en: 'Who agreed for the person' },
  asker: { zh: '提出人', en: 'Who asked' },
  timeline: { zh: '经历', en: 'Timeline' },
  changes: { zh: '改动记录', en: 'Changes' },
  affiliations: { zh: '归属', en: 'Affiliations' },
  row: { zh: '导入花名册中的一行', en: 'Row of an imported roster' },
}

const zh = {
  file: '个人信息事件报告',
  title: '个人信息泄露事件报告',
  law: '依据：《中华人民共和国个人信息保护法》第五十七条。',
  what: (text: string) => `事件：${text}`,
  window: (from: string, until: string) => `时间范围：${from} 至 ${until}`,
  count: (known: number, unknown: number) =>
    `涉及 ${known} 人${unknown ? `；另有 ${unknown} 个编号不在您的管理范围内，或已依法删除、仅作存储` : ''}。`,
  people: '涉及人员和项目',
  head: ['序', '姓名', '单位 · 居住地', '涉及项目', '时间', '通知情况'],
  noField: '打开过记录',
  measures: '已采取的补救措施和可以减轻危害的办法',
  measuresOpen: '（请填写）',
  foot: (name: string, at: string) => `${name} 于 ${at} 从桑榆系统打印。含个人信息，仅限本事件处置使用。`,
}
const en: typeof zh = {
  file: 'incident',
  title: 'Report of a leak of personal information',
  law: 'By article 57 of the Personal Information Protection Law.',
  what: (text) => `What happened: ${text}`,
  window: (from, until) => `Between ${from} and ${until}`,
  count: (known, unknown) =>
    `${known} people were touched${unknown ? `; ${unknown} more ids lie outside your area, or are erased or restricted by law` : ''}.`,
  people: 'People and fields',
  head: ['No.', 'Name', 'Unit · home', 'Fields', 'When', 'Notified'],
  noField: 'the record was opened',
  measures: 'What was done, and what those concerned can do',
  measuresOpen: '(to be filled in)',
  foot: (name, at) => `Printed by ${name} at ${at} from Sangyu. Personal information: for handling this incident only.`,
}
export const report = { zh, en }
