import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { redemptionStates } from '../codes/index.ts'
import type { FindingKind, NumberName } from './finding/limits.ts'

export const findingKinds: Readonly<Record<FindingKind, Bilingual>> = {
  person_day: { zh: '一人一天兑换太多次', en: 'One person, too many in a day' },
  same_partner: { zh: '一人在同一商户兑换太多', en: 'One person, too much at one partner' },
  two_places: { zh: '几分钟内在两家商户领取', en: 'Two partners within minutes' },
  drained: { zh: '久未兑换，几天内大量兑换', en: 'Long quiet, then spent within days' },
  churn: { zh: '反复预约又不领取', en: 'Reserved and not collected, again and again' },
  after_death: { zh: '离世之后仍有记录', en: 'Records after the death' },
  many_wallets: { zh: '一个账号替太多人兑换', en: 'One account for too many wallets' },
  clerk_spree: { zh: '一名工作人员一天替太多人兑换', en: 'One clerk for too many people in a day' },
  wrong_codes: { zh: '柜台一小时内输错领取码太多', en: 'Too many wrong codes at a counter in an hour' },
  one_hand: { zh: '预约和核销是同一个账号', en: 'Reserved and handed over by one account' },
  shop_rush: { zh: '商户短时间内核销太多', en: 'Too many handed over in an hour' },
  shop_surge: { zh: '商户核销突然增多', en: 'A partner far above its usual' },
  same_amounts: { zh: '商户一天内同一分值太多', en: 'Too many of one price in a day' },
  instant: { zh: '刚预约就核销', en: 'Handed over within seconds' },
  night: { zh: '夜间核销', en: 'Handed over at night' },
  hours: { zh: '志愿时长太多', en: 'Too many hours of service' },
  long_days: { zh: '几乎天天整天服务', en: 'Whole days of service, day after day' },
  late_entries: { zh: '一人补录太多', en: 'Too many late entries of one volunteer' },
  late_pair: { zh: '同两人互相补录、复核太多', en: 'One pair enters and approves too many late' },
  one_word: { zh: '全凭一名工作人员记录的时长太多', en: 'Too many hours on one clerk’s word' },
  funnel: { zh: '多人转赠给同一人', en: 'Gifts of several people to one' },
}

export const numberNames: Readonly<Record<NumberName, Bilingual>> = {
  count: { zh: '次数', en: 'times' },
  points: { zh: '积分', en: 'points' },
  people: { zh: '人数', en: 'people' },
  days: { zh: '几天内', en: 'within days' },
  minutes: { zh: '分钟', en: 'minutes' },
  seconds: { zh: '几秒内', en: 'within seconds' },
  quietDays: { zh: '此前多少天没有兑换', en: 'quiet days before' },
  times: { zh: '平常的几倍', en: 'times the usual' },
  fromHour: { zh: '从几点', en: 'from o’clock' },
  toHour: { zh: '到几点', en: 'to o’clock' },
}

export const findingStates = {
  waiting: { zh: '待核实', en: 'To be judged' },
  harmless: { zh: '核实无误', en: 'Judged harmless' },
  wrong: { zh: '核实有问题', en: 'Judged wrong' },
} as const satisfies Record<string, Bilingual>

export const measures = {
  reversal: { zh: '已冲正', en: 'Reversed' },
  dispute: { zh: '在结算中核减或提出异议', en: 'Raised in the settlement' },
  partner_closed: { zh: '停止与商户合作', en: 'Partner closed' },
  talk: { zh: '约谈、提醒', en: 'Talked to' },
  evidence: { zh: '移交证据', en: 'Evidence handed over' },
  other: { zh: '其他处理', en: 'Something else' },
} as const satisfies Record<string, Bilingual>

/** How a record of a finding stands now, whatever it is. */
export const stateWords = {
  ...redemptionStates,
  late: { zh: '补录', en: 'Entered late' },
  done: { zh: '已记录', en: 'Recorded' },
  wrong_code: { zh: '领取码输错', en: 'Wrong code' },
} as const

export const judgedBefore = refusal('bank.judged_before', 409, () => ({
  zh: '这条线索已经有结论。请刷新页面查看。',
  en: 'This finding has been judged. Reload the page to see how.',
}))
export const ownFinding = refusal('bank.own_finding', 403, () => ({
  zh: '这条线索涉及您自己经办的记录，需要另一个人核实。',
  en: 'Records of this finding are your own work; somebody else must judge it.',
}))
export const notWrong = refusal('bank.not_wrong', 409, () => ({
  zh: '只有核实有问题的线索才登记处理情况。请先作出结论。',
  en: 'Only what was judged wrong takes a measure. Judge it first.',
}))
export const nothingReversed = refusal('bank.nothing_reversed', 409, () => ({
  zh: '这条线索的记录还没有一笔冲正或申请冲正。请先办理冲正，再登记。',
  en: 'None of these records is reversed or asked to be. Reverse first, then note it.',
}))
export const disputeMissing = refusal('bank.dispute_missing', 409, () => ({
  zh: '涉及的商户没有带异议的结算单。请先在结算中办理，再登记。',
  en: 'No settlement of this partner is or was disputed. Do it there first, then note it.',
}))
export const notClosed = refusal('bank.partner_not_closed', 409, () => ({
  zh: '涉及的商户还在合作中。请先停止合作，再登记。',
  en: 'The partner is still open. Close it first, then note it.',
}))
export const limitsInThePast = refusal('bank.limits_in_the_past', 422, () => ({
  zh: '标准从今天或以后施行。请改施行日期。',
  en: 'Limits hold from today or later. Change the day.',
}))
export const limitsDaySet = refusal('bank.limits_day_set', 409, () => ({
  zh: '这一天已经有一套标准。请改施行日期。',
  en: 'There are limits from this day already. Change the day.',
}))
