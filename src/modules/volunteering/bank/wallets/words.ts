import { refusal } from '#platform/refuse.ts'

export const notFamily = refusal('bank.not_family', 403, () => ({
  zh: '积分只能转给档案里登记的家人。请先请社区在档案中登记家庭成员并关联。',
  en: 'Points can be given to family on record only. Ask the community to enter and link the family member first.',
}))
export const keyUsed = refusal('bank.gift_key_used', 422, () => ({
  zh: '这个办理编号已用于另一笔转赠。请刷新页面后重新办理。',
  en: 'This number of an act belongs to another gift. Reload the page and do it again.',
}))
export const noSuchGift = refusal('bank.no_such_gift', 404, () => ({
  zh: '没有找到这笔转赠或捐赠。请回到“我的积分”重新查看。',
  en: 'This gift was not found. Go back to the points and look again.',
}))
export const giftTooLate = refusal('bank.gift_too_late', 409, () => ({
  zh: '已超过十分钟，不能撤销了。送给家人的，可以请家人再送回来；有问题请联系社区。',
  en: 'Ten minutes have passed, so it cannot be undone. Your family can give points back to you; the community can help.',
}))
export const spent = refusal('bank.gift_spent', 409, (p: { kind: 'gift' | 'donation' }) =>
  p.kind === 'gift'
    ? {
        zh: '家人已经用了这些积分（或者正等着去领东西），不能撤销。可以请家人以后再送回来。',
        en: 'Your family has used these points or set them aside at a shop, so it cannot be undone. They can give points back to you later.',
      }
    : {
        zh: '捐出的积分已经发给需要的人了，不能撤销。谢谢您。',
        en: 'The points you donated have been passed on to those in need, so it cannot be undone. Thank you.',
      },
)
