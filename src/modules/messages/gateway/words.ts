import { refusal } from '#platform/refuse.ts'

export const addressRefused = refusal('gateway.address', 422, (p: { url: string }) => ({
  zh: `短信网关的地址“${p.url}”不能使用：须以 https:// 开头；内网地址可用 http://，不能是本机地址，不能带账号。`,
  en: `“${p.url}” cannot be the gateway: it starts with https://, or http:// within the office's network, is not this machine, and carries no account.`,
}))
export const secretNeeded = refusal('gateway.secret_needed', 422, () => ({
  zh: '请填写网关密钥。',
  en: 'Give the secret of the gateway.',
}))
export const notProven = { code: 'auth.not_proven', status: 403 }
export const wishGone = refusal('gateway.wish_gone', 409, () => ({
  zh: '这份申请已经办结或已修改，没有重复办理。请刷新页面，按最新内容核准。',
  en: 'This wish was decided or changed meanwhile; nothing was done. Reload the page and judge what stands there now.',
}))
export const ownWish = refusal('gateway.own_wish', 403, () => ({
  zh: '不能核准自己提出的短信网关。请由另一位安全管理员办理。',
  en: 'Nobody approves the gateway they asked for themselves. Ask another security administrator.',
}))
