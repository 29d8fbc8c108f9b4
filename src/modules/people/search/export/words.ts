import { refusal } from '#platform/refuse.ts'
import { DAILY_PEOPLE, FREE_PEOPLE, SHORTEST_PURPOSE } from './rules.ts'

export const purposeNeeded = refusal('people.purpose_needed', 422, () => ({
  zh: `导出须写明用途（至少 ${SHORTEST_PURPOSE} 个字），用途会印在表上并记入审计。`,
  en: `An export needs a purpose of at least ${SHORTEST_PURPOSE} characters; it is printed on the sheet and audited.`,
}))
export const approvalNeeded = refusal('people.approval_needed', 409, (p: { people: number; lastDay: number }) => ({
  zh:
    p.people > FREE_PEOPLE
      ? `本次导出 ${p.people} 人，超过 ${FREE_PEOPLE} 人须由另一位有审批权的同事同意。请提交申请。`
      : `您 24 小时内已导出 ${p.lastDay} 人，加上本次的 ${p.people} 人超过 ${DAILY_PEOPLE} 人，须由另一位有审批权的同事同意。请提交申请。`,
  en:
    p.people > FREE_PEOPLE
      ? `This export holds ${p.people} people. Above ${FREE_PEOPLE} a colleague who may approve has to agree. Send a request.`
      : `You exported ${p.lastDay} people within 24 hours; with these ${p.people} it is more than ${DAILY_PEOPLE}. A colleague who may approve has to agree. Send a request.`,
}))
export const notWaiting = refusal('people.export_not_waiting', 409, () => ({
  zh: '这份申请已经有了决定或已撤回，请刷新页面查看。',
  en: 'This request was decided or taken back; reload the page.',
}))
export const ownRequest = refusal('people.export_own_request', 403, () => ({
  zh: '自己的申请不能由自己审批，请另一位有审批权的同事办理。',
  en: 'Nobody decides their own request; another colleague who may approve has to.',
}))
export const notReady = refusal('people.export_not_ready', 409, () => ({
  zh: '这份导出不能下载：还没有生成、已下载过一次，或批准后超过 24 小时。需要时请重新申请。',
  en: 'This export cannot be fetched: it is not made yet, was fetched once, or was approved more than 24 hours ago. Ask again if needed.',
}))
