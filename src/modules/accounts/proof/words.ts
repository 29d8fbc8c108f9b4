import { refusal } from '#platform/refuse.ts'

export const notProven = refusal('auth.not_proven', 403, () => ({
  zh: '办理这件事需要再次确认是您本人：请输入密码或验证器上的六位数字，15 分钟内有效。',
  en: 'This needs proof that it is you: give your password or the six digits of your authenticator. It counts for 15 minutes.',
}))
export const proofWrong = refusal('auth.proof_wrong', 422, () => ({
  zh: '密码或验证码不正确，请重新输入。',
  en: 'The password or the code is wrong; give it again.',
}))
