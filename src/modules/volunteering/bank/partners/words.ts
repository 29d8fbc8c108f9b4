import { refusal } from '#platform/refuse.ts'

export const nameTaken = refusal('bank.partner_name_taken', 409, () => ({
  zh: '已有同名的合作商户。请核对，或加上门店名称以示区别。',
  en: 'There is a partner of this name. Check, or add the branch to tell them apart.',
}))
export const noSuchUnit = refusal('bank.no_such_unit', 422, () => ({
  zh: '关联的单位不存在或已撤销。请重新选择。',
  en: 'The unit is unknown or closed. Choose again.',
}))
export const noSuchPlace = refusal('bank.no_such_place', 422, () => ({
  zh: '这个地点不存在或已撤销。请重新选择。',
  en: 'The place is unknown or abolished. Choose again.',
}))
export const changedMeanwhile = refusal('bank.changed_meanwhile', 409, () => ({
  zh: '刚刚有人修改过，或库存有变动。请刷新后核对再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this just now, or the stock moved. Reload and check before saving; what you typed is still here.',
}))
export const noPartnerAccount = refusal('bank.no_partner_account', 422, () => ({
  zh: '没有这个登录名，或它不是“合作商户”角色的在用账号。请先由管理员开通。',
  en: 'There is no open account of this login with the role “partner”. An administrator opens it first.',
}))
export const linkedElsewhere = refusal('bank.linked_elsewhere', 409, () => ({
  zh: '这个账号已关联到另一家商户。请先取消原来的关联。',
  en: 'This account stands behind another partner’s counter. End that link first.',
}))
