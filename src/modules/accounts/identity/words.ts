import { refusal } from '#platform/refuse.ts'

export const issuerRefused = refusal('identity.issuer', 422, (p: { issuer: string }) => ({
  zh: `统一身份认证的地址“${p.issuer}”不能使用：须以 https:// 开头，不能是本机地址，不能带账号。`,
  en: `“${p.issuer}” cannot be the provider: it starts with https://, is not this machine, and carries no account.`,
}))
export const ownAddressRefused = refusal('identity.own_address', 422, () => ({
  zh: '本系统的访问地址请写成 https://域名，后面不加任何内容。',
  en: 'Write this system’s own address as https://name, with nothing behind it.',
}))
export const secretNeeded = refusal('identity.secret_needed', 422, () => ({
  zh: '请填写客户端密钥。',
  en: 'Give the client secret.',
}))
export const noProvider = refusal('identity.none', 409, () => ({
  zh: '本县没有接入统一身份认证，请用登录名和密码登录。',
  en: 'This county has no unified identity; sign in with a login name and password.',
}))
export const identityUnreachable = refusal('identity.unreachable', 503, () => ({
  zh: '统一身份认证暂时连接不上，请稍后再试，或用登录名和密码登录。',
  en: 'The unified identity cannot be reached now; try again later, or sign in with a login name and password.',
}))
export const identityRefused = refusal('identity.refused', 401, () => ({
  zh: '统一身份认证没有通过，请回到登录页重新登录。',
  en: 'The unified identity did not confirm you; go back to the sign-in page and try again.',
}))
export const notLinked = refusal('identity.not_linked', 403, (p: { subject: string }) => ({
  zh: `您的统一身份编号 ${p.subject} 还没有关联本系统的账号。请把这个编号告诉本县安全管理员。`,
  en: `Your number ${p.subject} in the unified identity is not linked to an account here. Tell it to your security administrator.`,
}))
export const subjectTaken = refusal('identity.subject_taken', 409, () => ({
  zh: '这个统一身份编号已关联另一个账号。',
  en: 'This number of the unified identity is linked to another account.',
}))
export const wishGone = refusal('identity.wish_gone', 409, () => ({
  zh: '这份申请已经办结或已修改，没有重复办理。请刷新页面，按最新内容核准。',
  en: 'This wish was decided or changed meanwhile; nothing was done. Reload the page and judge what stands there now.',
}))
export const ownWish = refusal('identity.own_wish', 403, () => ({
  zh: '不能核准本人提出的统一身份认证（同一手机号即同一个人）。请由另一位安全管理员办理。',
  en: 'Nobody approves the unified identity they asked for themselves (one mobile number is one person). Ask another security administrator.',
}))
