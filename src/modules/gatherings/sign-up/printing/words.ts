import type { Bilingual } from '#platform/words.ts'

export const columnWords = {
  name: { zh: '姓名', en: 'Name' },
  community: { zh: '社区', en: 'Community' },
  age: { zh: '年龄', en: 'Age' },
  status: { zh: '报名情况', en: 'Sign-up' },
  strength: { zh: '量力而行', en: 'Strength' },
  companion: { zh: '陪同人', en: 'Goes along' },
  asked: { zh: '报名日期', en: 'Signed up on' },
  by: { zh: '经办人', en: 'Entered by' },
} as const satisfies Record<string, Bilingual>

export const statusWords = {
  in: { zh: '已报名', en: 'Has a place' },
  offered: { zh: '等待确认', en: 'Offered a place' },
  waiting: { zh: '候补', en: 'Waiting' },
  invited: { zh: '已邀请', en: 'Invited' },
} as const satisfies Record<string, Bilingual>

export const strengthWords = {
  fine: { zh: '可以参加', en: 'Fine' },
  warn: { zh: '可以参加，请提醒注意', en: 'With care' },
  consent: { zh: '需要同意和陪同', en: 'Consent and company' },
  refuse: { zh: '不宜参加', en: 'Too much' },
} as const satisfies Record<string, Bilingual>

export const listWord = { zh: '报名名单', en: 'Sign-ups' } as const satisfies Bilingual
