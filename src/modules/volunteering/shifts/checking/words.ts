import { refusal } from '#platform/refuse.ts'

export const tooEarly = refusal('checking.not_now', 409, () => ({
  zh: '签到时间为班次开始前 1 小时到班次结束。已经错过的，请由工作人员补录，并由另一人复核。',
  en: 'Checking in is from an hour before the shift to its end. Afterwards a clerk enters it and a second person approves.',
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
export const notOver = refusal('checking.not_over', 409, () => ({
  zh: '班次还没有结束，不用补录，请按签到、签退办理。',
  en: 'The shift is not over: check in and out instead.',
}))
