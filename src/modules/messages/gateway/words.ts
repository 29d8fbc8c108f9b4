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
