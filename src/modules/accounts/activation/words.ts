import { refusal } from '#platform/refuse.ts'

export const wrongActivation = refusal('accounts.wrong_activation', 403, () => ({
  zh: '登录名或激活码不正确，或激活码已用过、已过期（24 小时内有效）。请核对；仍不行请联系本县安全管理员重发激活码。',
  en: 'The login name or the code is wrong, or the code was used or is older than 24 hours. Check it, or ask your security administrator for another.',
}))
export const notAnAdministrator = refusal('accounts.not_an_administrator', 404, () => ({
  zh: '没有这个登录名的三员账号。业务账号的激活码请由安全管理员在“账号”页重发。',
  en: 'None of the three administrators has this login name. Other accounts get their code from the security administrator.',
}))
