import { refusal } from '#platform/refuse.ts'
import { LATE_DAYS } from '../rules.ts'

export const tooEarly = refusal('checking.not_now', 409, () => ({
  zh: '签到时间为班次开始前 1 小时到班次结束。已经错过的，请由工作人员补录，并由另一人复核。',
  en: 'Checking in is from an hour before the shift to its end. Afterwards a clerk enters it and a second person approves.',
}))
export const tooLateOut = refusal('checking.too_late_out', 409, () => ({
  zh: '班次结束已超过 1 小时，不能再签退，没有记录时长。请工作人员按实际时间补录，并由另一人复核。',
  en: 'The shift ended more than an hour ago and nobody checks out any more; nothing was recorded. A clerk enters the real times and a second person approves.',
}))
export const tooLongAgo = refusal('checking.too_long_ago', 409, () => ({
  zh: `班次结束已超过 ${LATE_DAYS} 天，不能再补录，这次服务不再计入时长和积分。请向志愿者说明，以后的服务当天签到、签退，漏了的 ${LATE_DAYS} 天内补录。`,
  en: `The shift ended more than ${LATE_DAYS} days ago and can no longer be entered; it earns no hours and no points. Tell the volunteer; what is missed from now on is entered within ${LATE_DAYS} days.`,
}))
export const outsidePlan = refusal('checking.outside_plan', 422, () => ({
  zh: '补录的开始和结束要在班次时间以内，结束要晚于开始，时长不能超过班次。请核对时间。',
  en: 'What is entered afterwards begins and ends within the shift, ends after it begins, and is no longer than the shift. Check the times.',
}))
export const wrongCode = refusal('checking.wrong_code', 422, () => ({
  zh: '编码不对。请核对后重新输入，或请工作人员代为登记。',
  en: 'The code is not right. Check it and type it again, or ask the clerk.',
}))
export const noTurn = refusal('checking.no_turn', 404, (p: { name: string }) => ({
  zh: `${p.name}没有认领这个班次，或已经签退。请先认领，或按补录办理。`,
  en: `${p.name} has no turn in this shift, or has checked out. Claim it first, or enter it afterwards.`,
}))
export const nothingServed = refusal('checking.nothing_served', 422, () => ({
  zh: '按计划时间和每天 8 小时的上限，没有可以记录的服务时间。请核对时间。',
  en: 'Within the plan and eight hours a day there are no minutes to record. Check the times.',
}))
export const secondPerson = refusal('checking.second_person', 409, () => ({
  zh: '补录要由另一位工作人员复核，不能由补录人自己复核。',
  en: 'Who entered it afterwards cannot approve it: a second person does.',
}))
export const reasonNeeded = refusal('checking.reason_needed', 422, () => ({
  zh: '签到已超过 10 分钟，或不是您办理的签到。撤回要写明原因，例如“签错了人”。',
  en: 'The check-in is more than ten minutes old or not yours. Say why it is taken back, for instance “the wrong person”.',
}))
export const notOver = refusal('checking.not_over', 409, () => ({
  zh: '班次还没有结束，不用补录，请按签到、签退办理。',
  en: 'The shift is not over: check in and out instead.',
}))
