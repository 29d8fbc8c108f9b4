import { refusal } from '#platform/refuse.ts'

export const noSignUp = refusal('sign_up.none', 409, () => ({
  zh: '这次活动不用报名，到时直接参加。',
  en: 'Nobody signs up for this gathering: just come.',
}))
export const invitedOnly = refusal('sign_up.invited_only', 409, () => ({
  zh: '这次活动由主办方邀请参加。请与主办单位联系。',
  en: 'This gathering is by invitation. Ask the host.',
}))
export const tooLate = refusal('sign_up.too_late', 409, () => ({
  zh: '报名已经截止。可联系主办单位，到场时现场登记。',
  en: 'Sign-up is closed. Ask the host; who comes all the same is entered on the spot.',
}))
export const signedUpBefore = refusal('sign_up.before', 409, () => ({
  zh: '这位老同志已经报过名，没有重复登记。',
  en: 'This person signed up before; nothing was entered twice.',
}))
export const clash = refusal('sign_up.clash', 409, (p: { title: string; from: string }) => ({
  zh: `这位老同志同一时间已报名“${p.title}”（${p.from}）。请先取消其中一个。`,
  en: `This person has a place in “${p.title}” at the same time (${p.from}). Cancel one of them first.`,
}))
export const beyondStrength = refusal('sign_up.beyond_strength', 409, (p: { reasons: string; reasonsEn: string }) => ({
  zh: `按量力而行的规定，不宜参加：${p.reasons}。请推荐强度小一些的活动。`,
  en: `Beyond what the county allows of somebody's strength: ${p.reasonsEn}. Offer something lighter.`,
}))
export const consentNeeded = refusal('sign_up.consent_needed', 409, (p: { reasons: string; reasonsEn: string }) => ({
  zh: `参加这次活动需要本人或家属同意，并有人陪同：${p.reasons}。请登记同意人和陪同人。`,
  en: `This needs the person's or the family's consent and a companion: ${p.reasonsEn}. Enter who consents and who goes along.`,
}))
export const wordMissing = refusal('sign_up.word_missing', 409, () => ({
  zh: '活动安排改过以后，这位老同志参加需要同意和陪同，还没有登记。请先登记谁同意、谁陪同。',
  en: 'Since the plan changed this person needs consent and a companion, and neither is entered. Enter who consents and who goes along first.',
}))
export const notAsked = refusal('sign_up.word_not_asked', 409, () => ({
  zh: '这个报名不需要再登记同意和陪同。请刷新页面查看。',
  en: 'This sign-up waits for no consent. Reload the page.',
}))
export const stillBeyond = refusal('sign_up.still_beyond', 409, () => ({
  zh: '按量力而行的规定，活动改动以后这位老同志不宜参加，不能用同意代替。请与本人商量，取消报名或改回安排。',
  en: 'Since the plan changed it is beyond what the county allows of this person’s strength, and no consent changes that. Talk with them: cancel the sign-up or change the plan back.',
}))
export const notLiving = refusal('sign_up.not_living', 409, () => ({
  zh: '这位老同志已登记离世或迁出，不能报名。',
  en: 'This person is registered as deceased or moved away and cannot sign up.',
}))
export const notSignedUp = refusal('sign_up.not', 409, () => ({
  zh: '没有可办理的报名：已取消，或名额已过期。请刷新页面查看。',
  en: 'There is no sign-up to act on: it was cancelled or the offer ran out. Reload the page.',
}))
