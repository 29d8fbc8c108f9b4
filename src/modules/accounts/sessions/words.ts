import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { LEAST_LENGTH, LOCK_MINUTES, type Weakness, WRONG_TRIES } from './rules.ts'

const weaknessWords: Record<Weakness, Bilingual> = {
  short: { zh: `至少 ${LEAST_LENGTH} 个字符`, en: `at least ${LEAST_LENGTH} characters` },
  kinds: {
    zh: '大写字母、小写字母、数字、符号至少用三种',
    en: 'at least three of capitals, small letters, digits and signs',
  },
  login: { zh: '不能包含登录名', en: 'without the login name' },
  common: { zh: '不能是常见密码', en: 'not a common password' },
}

/** One sentence for a wrong password, a wrong name and a closed account. */
export const wrongSignIn = refusal('sign_in.wrong', 401, () => ({
  zh: `登录名或密码不正确。连续输错 ${WRONG_TRIES} 次将锁定 ${LOCK_MINUTES} 分钟；忘记密码请联系本县系统管理员重置。`,
  en: `The login name or the password is wrong. ${WRONG_TRIES} wrong tries lock the name for ${LOCK_MINUTES} minutes; your administrator can reset the password.`,
}))
export const nameLocked = refusal('sign_in.locked', 423, () => ({
  zh: `该登录名连续输错 ${WRONG_TRIES} 次，已锁定 ${LOCK_MINUTES} 分钟。请稍后再试，或联系本县系统管理员重置密码。`,
  en: `This login name was tried wrongly ${WRONG_TRIES} times and is locked for ${LOCK_MINUTES} minutes. Wait, or ask your administrator to reset the password.`,
}))
export const tooManyTries = refusal('sign_in.too_many', 429, () => ({
  zh: `尝试次数过多。请 ${LOCK_MINUTES} 分钟后再试。`,
  en: `Too many tries. Try again in ${LOCK_MINUTES} minutes.`,
}))
export const countyNeeded = refusal(
  'sign_in.county_needed',
  400,
  (_: { counties: { county: number; name: string }[] }) => ({
    zh: '本系统有多个县（市、区），请先选择您所在的县再登录。',
    en: 'Several counties use this system: choose yours, then sign in.',
  }),
)
export const weakPassword = refusal('password.weak', 422, (p: { weaknesses: Weakness[] }) => ({
  zh: `新密码不够安全。要求：${p.weaknesses.map((one) => weaknessWords[one].zh).join('；')}。`,
  en: `The new password is too weak. It needs to be: ${p.weaknesses.map((one) => weaknessWords[one].en).join('; ')}.`,
}))
export const samePassword = refusal('password.same', 422, () => ({
  zh: '新密码与原密码相同，请换一个。',
  en: 'The new password is the old one; choose another.',
}))
export const oldPasswordWrong = refusal('password.old_wrong', 422, () => ({
  zh: '原密码不正确，请重新输入。',
  en: 'The old password is wrong; type it again.',
}))
