import { refusal } from '#platform/refuse.ts'

export const nothingServed = refusal('certificates.nothing_served', 409, () => ({
  zh: '这段时间没有已确认的志愿服务记录，不能出具证明。请核对起止日期。',
  en: 'There is no confirmed service in these days, so nothing to certify. Check the dates.',
}))
export const noIssuer = refusal('certificates.no_issuer', 409, () => ({
  zh: '还没有设定出具单位或联系电话。请先在“本县设置”中填写老干部局和电话。',
  en: 'The issuing office or its telephone is not set: fill them in under the county’s settings.',
}))
export const revokedBefore = refusal('certificates.revoked_before', 409, () => ({
  zh: '这份证明已经作废。',
  en: 'This certificate is revoked already.',
}))
export const overtaken = refusal('certificates.overtaken', 409, () => ({
  zh: '这份证明出具以后，所载服务有撤销或更正，不能再打印。请作废这份证明，按现在的记录重新出具。',
  en: 'Service it certifies was reversed or corrected since, so it is not printed any more. Revoke it and issue another by what stands now.',
}))
export const unknown = refusal('certificates.unknown', 404, () => ({
  zh: '没有这份证明。请核对编号和核验码；仍查不到的，请向出具单位核实。',
  en: 'There is no such certificate. Check the number and the code, or ask the office that issued it.',
}))
export const noSite = refusal('certificates.no_site', 409, () => ({
  zh: '证明上要印核验网址。请在“本县设置”里填写本系统的网址。',
  en: 'The paper carries the address that verifies it. Enter this system’s address in the county’s settings.',
}))
