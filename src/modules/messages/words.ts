import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export const nobody = refusal('messages.nobody', 422, () => ({
  zh: '没有收件人。请选择人员，或选择一个地点。',
  en: 'Nobody would be told. Choose people or a place.',
}))
export const strangers = refusal('messages.strangers', 422, (p: { count: number }) => ({
  zh: `所选人员中有 ${p.count} 人不在您的管理范围内。请重新选择。`,
  en: `${p.count} of those chosen are outside your area. Choose again.`,
}))
export const gone = refusal('messages.gone', 409, () => ({
  zh: '这条消息已经发出或办结，不能撤回。可以再发一条更正。',
  en: 'This message has left or is done with; it cannot be taken back. You can send a correction.',
}))

export const statusWords = {
  shown: { zh: '系统内送达', en: 'In the product' },
  waiting: { zh: '待发送', en: 'Waiting' },
  sent: { zh: '短信已发', en: 'Sent' },
  to_print: { zh: '待打印', en: 'To print' },
  printed: { zh: '已打印送达', en: 'Printed' },
  withheld: { zh: '未发送', en: 'Withheld' },
} as const satisfies Record<string, Bilingual>

export const whyWords = {
  no_phone: { zh: '没有手机号', en: 'No mobile' },
  by_choice: { zh: '本人要纸质', en: 'Wants paper' },
  no_gateway: { zh: '未接通短信', en: 'No gateway' },
  failed: { zh: '短信没有发成', en: 'Sending failed' },
  declined: { zh: '本人不收此类', en: 'Declined' },
  not_living: { zh: '已离世或转出', en: 'No longer here' },
  erased: { zh: '信息已删除', en: 'Erased' },
  too_late: { zh: '已过时或撤回', en: 'Too late or taken back' },
} as const satisfies Record<string, Bilingual>

export const outcomeWords = {
  sent: { zh: '成功', en: 'Sent' },
  refused: { zh: '网关不收', en: 'Refused' },
  unreachable: { zh: '没有连通', en: 'Not reached' },
} as const satisfies Record<string, Bilingual>

export const wayWords = {
  own: { zh: '发到本人手机', en: 'To their own mobile' },
  family: { zh: '发到家人手机', en: 'To the family’s mobile' },
  paper: { zh: '打印送到家', en: 'On paper, brought home' },
} as const satisfies Record<string, Bilingual>
