import { refusal } from '#platform/refuse.ts'

export const happened = refusal('shifts.happened', 409, (p: { on: string }) => ({
  zh: `${p.on} 这一班已有人签到、补录或登记了结果，不能再修改。还要人手的，请另发布一个班次；时长不对的，在确认时处理。`,
  en: `In the shift of ${p.on} somebody has checked in, was entered or marked, so it is not changed any more. Publish another shift if hands are still needed; wrong hours are put right when they are confirmed.`,
}))
export const isOver = refusal('shifts.is_over', 409, () => ({
  zh: '这一班的时间已经过去或已取消，不能修改。去服务过的请用“补录”，以后的请另发布一个班次。',
  en: 'The time of this shift is over, or it was called off. Enter who served afterwards; publish another shift for later.',
}))
export const inThePast = refusal('shifts.in_the_past', 422, (p: { on: string }) => ({
  zh: `${p.on} 的开始时间已经过去，不能改到那时。请改到以后的时间。`,
  en: `${p.on} has passed. Choose a time to come.`,
}))
export const changedMeanwhile = refusal('shifts.changed_meanwhile', 409, () => ({
  zh: '刚刚有人修改或认领了这个班次。请刷新后核对再保存；您填写的内容仍在本页。',
  en: 'Somebody changed or claimed this shift just now. Reload and check before saving; what you typed is still here.',
}))
export const tooSmall = refusal('shifts.too_small', 409, (p: { taken: number; on: string }) => ({
  zh: `${p.on} 这一班已有 ${p.taken} 人认领，需要的人数不能少于 ${p.taken}。请先与他们商量，在班次页“取消认领”，再改人数。`,
  en: `${p.taken} hold a turn on ${p.on}, so fewer cannot be wanted. Talk with them and give up a turn on the page of the shift first.`,
}))
