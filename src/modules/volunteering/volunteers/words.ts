import { refusal } from '#platform/refuse.ts'

export const registeredBefore = refusal('volunteers.registered_before', 409, (p: { number: string }) => ({
  zh: `这位老同志已经是志愿者，编号 ${p.number}，没有重复登记。`,
  en: `This person is a volunteer already, number ${p.number}; nothing was entered twice.`,
}))
export const notLiving = refusal('volunteers.not_living', 409, () => ({
  zh: '这位老同志已登记离世或迁出，不能登记为志愿者。请核对姓名。',
  en: 'This person is registered as deceased or moved away. Check the name.',
}))
export const hasLeft = refusal('volunteers.has_left', 409, () => ({
  zh: '这位志愿者已经退出。如重新参加，请再次登记，编号不变。',
  en: 'This volunteer has left. To come back, register again: the number stays.',
}))
export const notAVolunteer = refusal('volunteers.not_one', 409, (p: { name: string }) => ({
  zh: `${p.name}还不是在册志愿者。请先登记为志愿者。`,
  en: `${p.name} is no registered volunteer. Register them first.`,
}))
export const changedMeanwhile = refusal('volunteers.changed_meanwhile', 409, () => ({
  zh: '刚刚有人改过这位志愿者的登记。请刷新核对后再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this volunteer just now. Reload and check before saving; what you typed is still here.',
}))
