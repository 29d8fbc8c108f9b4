import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { ErasureGround, KeepReason } from './rules.ts'

export const alreadyAsked = refusal('privacy.erasure_open', 409, () => ({
  zh: '这个人已有一件未办结的删除申请，请先在“个人信息”中办理。',
  en: 'There is an open request for erasure of this person already; settle that one first.',
}))
export const notErasable = refusal('privacy.not_erasable', 409, () => ({
  zh: '这件删除申请现在不能这样办理：可能已经办结、法定保存期未满，或者是您本人提出的（须由另一人决定）。请刷新后查看。',
  en: 'This cannot be done with the request now: it may be settled, law may still keep the record, or it is your own and somebody else decides. Reload the page.',
}))
export const rosterWaits = refusal('privacy.roster_waits', 409, (p: { file: string }) => ({
  zh: `花名册“${p.file}”中有此人，还没有办完。请先应用或放弃那个批次，再删除此人。`,
  en: `The roster "${p.file}" holds this person and is not settled. Apply or discard that batch first.`,
}))

export const groundWords: Record<ErasureGround, Bilingual> = {
  purpose_ended: { zh: '处理目的已实现或不再需要', en: 'The purpose is achieved or no longer needed' },
  retention_over: { zh: '保存期限已满', en: 'The retention has run out' },
  consent_withdrawn: { zh: '本人撤回同意', en: 'The person withdrew consent' },
  unlawful: {
    zh: '误收集或不应收集（不是本县服务对象）',
    en: 'Collected by mistake (not one of this county’s people)',
  },
}
export const keptWords: Record<KeepReason, Bilingual> = {
  duty: {
    zh: '仍是在世的服务对象，本局依法负有服务管理职责（个人信息保护法第十三条第一款第三项）',
    en: 'A living person whom the bureau serves by duty (PIPL art. 13(1)(3))',
  },
  retention: {
    zh: '离世未满10年，档案保管期限未到（国家档案局令第8号）',
    en: 'Ten years since death are not over (National Archives order no. 8)',
  },
  vouchers: {
    zh: '发放过抚恤金未满30年，会计凭证须保存（令第79号）',
    en: 'A bereavement grant was paid less than 30 years ago; vouchers are kept (order no. 79)',
  },
}
