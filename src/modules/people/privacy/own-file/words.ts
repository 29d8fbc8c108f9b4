import { refusal } from '#platform/refuse.ts'

export const askerNeeded = refusal('privacy.asker_needed', 422, () => ({
  zh: '由别人代领时，请写明代领人是谁（姓名和与本人的关系）。',
  en: 'When somebody else collects the file, say who (name and relation).',
}))

type States = Readonly<Record<string, string>>

const zh = {
  file: '本人信息',
  title: (name: string) => `${name} 的个人信息`,
  law: '依据《中华人民共和国个人信息保护法》第四十五条，以下是本局保存的您的全部信息。如有不对，请告诉我们，可以更正。',
  others: '联系人和家庭成员是他们本人的信息，这里只列出与您的关系，不列姓名和电话。办事人员的姓名也不列出。',
  phones: '电话',
  relations: '登记的联系人和家庭成员（只列关系）',
  tags: '标签',
  affiliations: '单位和居住地',
  events: '经历',
  changes: '更正历史',
  consents: '同意记录',
  corrections: '更正申请',
  erasures: '删除申请',
  files: '保存的文件',
  head: { item: '项目', value: '内容', why: '目的' },
  none: '（空）',
  states: {
    proposed: '待决定',
    approved: '已更正',
    requested: '待决定',
    refused: '未同意',
    withdrawn: '已撤回',
    lifted: '已恢复使用',
    photo: '照片',
    evidence: '依据材料',
  } as States, // looked up by what the tables hold
  foot: (at: string) => `${at} 应本人要求提供。`,
}
const en: typeof zh = {
  file: 'own-file',
  title: (name) => `Personal information of ${name}`,
  law: 'By article 45 of the Personal Information Protection Law: this is everything the bureau keeps of you. If something is wrong, tell us and it can be corrected.',
  others:
    'Contacts and family are information of those persons; here only how they are related to you is told. Names of workers are left out too.',
  phones: 'Telephones',
  relations: 'Contacts and family (how related only)',
  tags: 'Tags',
  affiliations: 'Units and homes',
  events: 'Events',
  changes: 'History of corrections',
  consents: 'Consents',
  corrections: 'Requests for correction',
  erasures: 'Requests for erasure',
  files: 'Files kept',
  head: { item: 'Item', value: 'Value', why: 'Purpose' },
  none: '(empty)',
  states: {
    proposed: 'to be decided',
    approved: 'corrected',
    requested: 'to be decided',
    refused: 'refused',
    withdrawn: 'withdrawn',
    lifted: 'in use again',
    photo: 'photograph',
    evidence: 'evidence',
  },
  foot: (at) => `Given at the person’s request at ${at}.`,
}
export const ownWords = { zh, en }
