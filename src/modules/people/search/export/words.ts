import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { DAILY_PEOPLE, type ExportKind, FREE_PEOPLE, SHORTEST_PURPOSE } from './rules.ts'

export const kindWords: Record<ExportKind, Bilingual> = {
  visit: { zh: '走访慰问', en: 'Visits' },
  gathering: { zh: '组织活动', en: 'Gatherings' },
  benefit: { zh: '待遇核发', en: 'Pay and benefits' },
  medical: { zh: '体检就医', en: 'Medical care' },
  check: { zh: '信息核对', en: 'Checking records' },
  report: { zh: '统计上报', en: 'Reports' },
  archive: { zh: '台账归档', en: 'Ledgers and archives' },
  other: { zh: '其他', en: 'Other' },
}

export const purposeNeeded = refusal('people.purpose_needed', 422, () => ({
  zh: `导出须写明用途（至少 ${SHORTEST_PURPOSE} 个字），用途会印在表上；审计只记用途类别。`,
  en: `An export needs a purpose of at least ${SHORTEST_PURPOSE} characters; it is printed on the sheet; the trail keeps its kind alone.`,
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
