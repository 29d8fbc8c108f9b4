import { refusal } from '#platform/refuse.ts'

export const notDeceased = refusal('bank.not_deceased', 409, () => ({
  zh: '只有登记离世的老同志的积分才办理继承。请先在人员档案中登记离世。',
  en: 'Only the points of somebody registered as deceased are inherited. Record the death first.',
}))
export const noHeir = refusal('bank.no_heir', 422, () => ({
  zh: '继承人须是在册的另一位老同志或家属。请重新选择。',
  en: 'The heir is another living person on record. Choose again.',
}))
export const heirNotFamily = refusal('bank.heir_not_family', 422, () => ({
  zh: '继承人须是档案里登记的家人（配偶、子女等）。请先在离世者的个人页“联系与家庭”里登记家庭成员，并关联继承人的档案。',
  en: 'The heir must be family on record, such as the spouse or a child. First enter the family member on the deceased person’s page and link the heir’s record.',
}))
export const heirHasNone = refusal('bank.heir_has_none', 409, () => ({
  zh: '继承人的账户里已经没有可以退回的积分。可以等有了再同意；不再追回的，点“不同意”了结。',
  en: 'The heir has no points to give back. Agree later when there are, or refuse to let the matter rest.',
}))
export const deceasedAgain = refusal('bank.deceased_again', 409, () => ({
  zh: '这位老同志又登记了离世，继承的积分不再退回。请刷新页面。',
  en: 'A death was recorded again, so nothing is given back. Reload the page.',
}))
export const nothingLeft = refusal('bank.nothing_left', 409, () => ({
  zh: '没有可继承的积分。请核对余额。',
  en: 'There are no points to inherit. Check the balance.',
}))
export const askedBefore = refusal('bank.inheritance_asked', 409, () => ({
  zh: '已经提出过继承申请，正在等第二人决定。',
  en: 'This was asked for and waits for a second person.',
}))
