import { refusal } from '#platform/refuse.ts'

export const consentNeeded = refusal(
  'privacy.consent_needed',
  422,
  (p: { purpose: string; zh: string; en: string }) => ({
    zh: `保存“${p.zh}”需要本人单独同意。请先在此人的“个人信息”页登记同意，再保存；本人不同意就不要填写。`,
    en: `"${p.en}" is kept only with a consent of its own. Record the consent on the person's privacy page first; without it leave this empty.`,
  }),
)
export const alreadyGiven = refusal('privacy.consent_live', 409, (p: { zh: string; en: string }) => ({
  zh: `“${p.zh}”已有有效的同意，无需再登记。`,
  en: `There is a live consent for "${p.en}" already.`,
}))
export const consentChanged = refusal('privacy.consent_changed', 409, (p: { zh: string; en: string }) => ({
  zh: `“${p.zh}”原有的同意与校验码不符，可能被人在数据库中改动，不能作为依据。请先撤回它，再重新登记，并告诉安全管理员。`,
  en: `The consent for "${p.en}" does not stand under its code: it may have been changed past the office and permits nothing. Withdraw it, record it anew, and tell the security administrator.`,
}))
export const noLiveConsent = refusal('privacy.no_consent', 409, (p: { zh: string; en: string }) => ({
  zh: `“${p.zh}”没有有效的同意，可能刚被别人撤回。请刷新页面。`,
  en: `There is no live consent for "${p.en}"; somebody may just have withdrawn it. Reload the page.`,
}))
export const proxyUnproved = refusal('privacy.proxy_unproved', 422, () => ({
  zh: '由家属或工作人员代为同意时，请写明是谁、与本人的关系，并上传依据（委托书或签字照片）。',
  en: 'A consent given for the person names who gave it and how they are related, and brings its evidence (a signed paper or its photograph).',
}))
