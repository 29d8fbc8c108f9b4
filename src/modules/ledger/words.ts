import { refusal } from '#platform/refuse.ts'

export const notEnough = refusal('ledger.not_enough', 409, () => ({
  zh: '余额不够，没有扣减。请核对可用余额（已被预留的不能再用）。',
  en: 'The balance does not suffice; nothing was taken. Check what is free: what is held cannot be used again.',
}))
export const frozen = refusal('ledger.frozen', 409, () => ({
  zh: '这个账户已冻结，不能收支。请由老干部局按规定办理解冻或继承。',
  en: 'This account is frozen and neither gives nor takes. The bureau can release it or settle the inheritance.',
}))
export const keyUsed = refusal('ledger.key_used', 422, () => ({
  zh: '同一个办理编号已用于另一笔内容不同的业务。请刷新页面后重新办理。',
  en: 'This number of an act was used for another act. Reload the page and do it again.',
}))
export const doneBefore = refusal('ledger.done_before', 409, () => ({
  zh: '这件事已经记过账，没有重复记账。请刷新页面查看结果。',
  en: 'This was entered before; nothing was entered twice. Reload the page to see it.',
}))
export const holdEnded = refusal('ledger.hold_ended', 409, () => ({
  zh: '这笔预留已经核销或退回，没有重复办理。请刷新页面查看结果。',
  en: 'This hold was settled or released before; nothing was done again. Reload the page to see how.',
}))
export const notReversible = refusal('ledger.not_reversible', 409, () => ({
  zh: '这笔记账不能冲正：它已经冲正过，或本身就是冲正，或尚在预留。请刷新页面核对。',
  en: 'This entry cannot be reversed: it was before, it is a reversal itself, or it is still held. Reload the page and check.',
}))
export const ownApproval = refusal('ledger.own_approval', 403, () => ({
  zh: '需要另一个人复核，经办人不能自己复核。',
  en: 'A second person must approve; whoever enters it cannot.',
}))
