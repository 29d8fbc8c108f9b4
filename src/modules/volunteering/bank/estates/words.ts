import { refusal } from '#platform/refuse.ts'

export const notDeceased = refusal('bank.not_deceased', 409, () => ({
  zh: '只有登记离世的老同志的积分才办理继承。请先在人员档案中登记离世。',
  en: 'Only the points of somebody registered as deceased are inherited. Record the death first.',
}))
export const noHeir = refusal('bank.no_heir', 422, () => ({
  zh: '继承人须是在册的另一位老同志或家属。请重新选择。',
  en: 'The heir is another living person on record. Choose again.',
}))
export const nothingLeft = refusal('bank.nothing_left', 409, () => ({
  zh: '没有可继承的积分。请核对余额。',
  en: 'There are no points to inherit. Check the balance.',
}))
export const askedBefore = refusal('bank.inheritance_asked', 409, () => ({
  zh: '已经提出过继承申请，正在等第二人决定。',
  en: 'This was asked for and waits for a second person.',
}))
