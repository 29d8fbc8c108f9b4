import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { PasswordRule, Weakness } from '../passwords/index.ts'
import { HANDED_OVER_HOURS } from './rules.ts'

const weaknessWords: Record<Weakness, (rule: PasswordRule) => Bilingual> = {
  short: (rule) => ({ zh: `至少 ${rule.leastLength} 个字符`, en: `at least ${rule.leastLength} characters` }),
  kinds: () => ({
    zh: '大写字母、小写字母、数字、符号至少用三种',
    en: 'at least three of capitals, small letters, digits and signs',
  }),
  personal: () => ({
    zh: '不能包含登录名、姓名、电话、县名',
    en: 'without the login name, your name, telephone or county',
  }),
  common: () => ({ zh: '不能是常见密码', en: 'not a common password' }),
  reused: (rule) => ({
    zh: `不能是最近用过的 ${rule.remembered} 个密码之一`,
    en: `none of the last ${rule.remembered} passwords`,
  }),
}

/** One sentence for a wrong password, a wrong name and a closed account. */
export const wrongSignIn = refusal('sign_in.wrong', 401, () => ({
  zh: '登录名或密码不正确。连续输错会锁定一段时间；忘记密码请联系本县安全管理员重置。',
  en: 'The login name or the password is wrong. Several wrong tries lock the name for a while; your security administrator can reset the password.',
}))
export const nameLocked = refusal('sign_in.locked', 423, () => ({
  zh: '连续输错次数过多，已暂时锁定（一般 15 分钟）。请稍后再试，或联系本县安全管理员解锁。',
  en: 'There were too many wrong tries; this is locked for a while, usually 15 minutes. Wait, or ask your security administrator to unlock it.',
}))
export const tooManyTries = refusal('sign_in.too_many', 429, () => ({
  zh: '尝试次数过多，已暂时锁定（一般 15 分钟）。请稍后再试。',
  en: 'Too many tries; wait a while, usually 15 minutes, and try again.',
}))
export const codeOver = refusal('sign_in.code_over', 401, () => ({
  zh: `这个一次性密码已超过 ${HANDED_OVER_HOURS} 小时，不能再用。请联系本县安全管理员重新发放。`,
  en: `This one-time password is older than ${HANDED_OVER_HOURS} hours and no longer good. Ask your security administrator for another.`,
}))
export const countyNeeded = refusal(
  'sign_in.county_needed',
  400,
  (_: { counties: { county: number; name: string }[] }) => ({
    zh: '本系统有多个县（市、区），请先选择您所在的县再登录。',
    en: 'Several counties use this system: choose yours, then sign in.',
  }),
)
export const weakPassword = refusal('password.weak', 422, (p: { weaknesses: Weakness[]; rule: PasswordRule }) => ({
  zh: `新密码不够安全。要求：${p.weaknesses.map((one) => weaknessWords[one](p.rule).zh).join('；')}。`,
  en: `The new password is too weak. It needs to be: ${p.weaknesses.map((one) => weaknessWords[one](p.rule).en).join('; ')}.`,
}))
export const samePassword = refusal('password.same', 422, () => ({
  zh: '新密码与原密码相同，请换一个。',
  en: 'The new password is the old one; choose another.',
}))
export const oldPasswordWrong = refusal('password.old_wrong', 422, () => ({
  zh: '原密码不正确，请重新输入。',
  en: 'The old password is wrong; type it again.',
}))
