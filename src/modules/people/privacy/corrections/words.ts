import { refusal } from '#platform/refuse.ts'

export const nothingProposed = refusal('privacy.nothing_proposed', 422, () => ({
  zh: '请至少填写一项要更正的内容。',
  en: 'Say at least one thing that should be corrected.',
}))
export const evidenceNeeded = refusal('privacy.evidence_needed', 422, () => ({
  zh: '请附上依据：把证件、任免文件或证明拍照上传即可。另一人要凭它决定。',
  en: 'Bring the paper along: a photograph of the certificate, the order or the statement will do. Somebody else decides by it.',
}))
export const paperNotNow = refusal('privacy.paper_not_now', 409, () => ({
  zh: '这件申请现在不能补交依据：已经办结，或者已经附有一份。请刷新后查看。',
  en: 'No paper can be added to the request now: it is settled, or has one already. Reload the page.',
}))
export const sameAlready = refusal('privacy.same_already', 422, () => ({
  zh: '档案里已经是这样写的，无需更正。',
  en: 'The record says so already; there is nothing to correct.',
}))
export const notDecidable = refusal('privacy.not_decidable', 409, () => ({
  zh: '这件申请现在不能这样办理：可能已经办结，或者是您本人提出的（须由另一人决定）。请刷新后查看。',
  en: 'This cannot be done with the request now: it may be settled, or it is your own and somebody else decides. Reload the page.',
}))
export const noSuchPaper = refusal('privacy.no_such_person', 404, () => ({
  zh: '没有找到姓名和身份证号都相符的人。请核对材料上的姓名和号码。',
  en: 'Nobody bears both this name and this number. Check them against the paper.',
}))
export const decisionNeedsWords = refusal('privacy.decision_needs_words', 422, () => ({
  zh: '不同意时请写明理由，以便告知申请人。',
  en: 'A refusal says why, so that whoever asked can be told.',
}))
