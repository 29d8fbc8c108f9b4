import { refusal } from '#platform/refuse.ts'

export const codeWrong = refusal('second_factor.wrong', 422, () => ({
  zh: '验证码不正确，或已经用过。用验证器的，请等下一个六位数字再输入，手机时间须准确；用恢复码的，请换一个没有用过的。',
  en: 'The code is wrong or has been used. With an authenticator, wait for its next six digits; the clock of the telephone must be right. With recovery codes, take one that was not used.',
}))
export const notAtThisStage = refusal('second_factor.not_now', 409, () => ({
  zh: '现在不需要这一步。请回到登录页重新登录。',
  en: 'This is not the step to take now. Go back to the sign-in page and sign in again.',
}))
export const notBegun = refusal('second_factor.not_begun', 409, () => ({
  zh: '请先生成密钥并添加到验证器，再输入六位数字。',
  en: 'Make a key and add it to the authenticator first, then give its six digits.',
}))
export const noFactor = refusal('second_factor.none', 409, () => ({
  zh: '该账号没有绑定验证器。',
  en: 'This account has no authenticator.',
}))
