import { refusal } from '#platform/refuse.ts'

export const notFamily = refusal('bank.not_family', 403, () => ({
  zh: '积分只能转给档案里登记的家人。请先请社区在档案中登记家庭成员并关联。',
  en: 'Points can be given to family on record only. Ask the community to enter and link the family member first.',
}))
export const keyUsed = refusal('bank.gift_key_used', 422, () => ({
  zh: '这个办理编号已用于另一笔转赠。请刷新页面后重新办理。',
  en: 'This number of an act belongs to another gift. Reload the page and do it again.',
}))
