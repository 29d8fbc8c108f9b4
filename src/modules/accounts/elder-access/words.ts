import { refusal } from '#platform/refuse.ts'

/** One sentence for a wrong code, a code that ran out, and a number that nobody has. */
export const wrongEntry = refusal('own.wrong', 401, () => ({
  zh: '号码或验证码不对。请看清楚再输一次；还不行，请给社区打电话。',
  en: 'The number or the code is not right. Look again and type it once more, or ring the community.',
}))
export const entryLocked = refusal('own.locked', 423, () => ({
  zh: '输错的次数多了，请过一刻钟再试，或给社区打电话。',
  en: 'There were too many wrong tries. Wait a quarter of an hour, or ring the community.',
}))
export const wrongFamilyCode = refusal('own.wrong_family_code', 422, () => ({
  zh: '这个代办码不对，或者已经过期。请让老人在“家人代办”里重新显示一个。',
  en: 'This code is wrong or has run out. Ask your relative to show another one.',
}))
export const openBefore = refusal('access.open_before', 409, () => ({
  zh: '这位老同志已经开通了登录。卡片丢失或过期请用“补发卡片”。',
  en: 'Access is open already. Where the card is lost or has run out, renew it.',
}))
export const notOpen = refusal('access.not_open', 409, () => ({
  zh: '这位老同志还没有开通登录，请先开通。',
  en: 'Access is not open; open it first.',
}))
export const notLiving = refusal('access.not_living', 409, () => ({
  zh: '这位老同志已登记离世，不能开通登录。',
  en: 'This person is registered as deceased; no access is opened.',
}))
export const mobileTaken = refusal('access.mobile_taken', 409, () => ({
  zh: '这个手机号已用于另一位老同志的登录。夫妻共用一部手机的，请不填手机号只发卡片，或登记为“家属代办”。',
  en: 'This number signs another elder in. Where a couple shares a telephone, give a card only, or record one as acting for the other.',
}))
export const actsBefore = refusal('access.acts_before', 409, () => ({
  zh: '这位家属已经登记过代办，没有重复登记。',
  en: 'This relative acts already; nothing was recorded twice.',
}))
export const cardOfElder = refusal('access.card_of_elder', 409, () => ({
  zh: '这位家属自己也开通了登录，用他自己的卡片就能代办。卡片丢了，请在他本人的记录里补发。',
  en: 'This relative has access of their own and acts with their own card. Where it is lost, renew it on their own record.',
}))
export const authorityOver = refusal('access.authority_over', 409, () => ({
  zh: '这项代办已经结束或已经确认，不用再办。请刷新页面查看。',
  en: 'This authority has ended or was confirmed before. Reload the page.',
}))
export const ownWord = refusal('own.own_word', 403, () => ({
  zh: '同意家人代办，要由老人本人或社区来办。',
  en: 'Only the elder or the community can agree to this.',
}))
