import { refusal } from '#platform/refuse.ts'

export const notEligible = refusal('groups.not_eligible', 422, (p: { names: string }) => ({
  zh: `只有成员可以当选：${p.names} 在当天不是成员。请先办理加入。`,
  en: `Only members are elected: ${p.names} were not on that day. Let them join first.`,
}))
export const tooManyVotes = refusal('groups.too_many_votes', 422, (p: { eligible: number }) => ({
  zh: `当天只有 ${p.eligible} 名成员，参加选举的人数不能更多。`,
  en: `There were ${p.eligible} members on that day; no more can have voted.`,
}))
export const noHead = refusal('groups.no_head', 422, () => ({
  zh: '请选出一位组长（会长），且每人只担任一个职务。',
  en: 'Elect one head; nobody holds two posts.',
}))
export const mayNotServe = refusal('groups.may_not_serve', 422, (p: { zh: string; en: string }) => ({
  zh: `按中组发〔2014〕11号不能任职：${p.zh}。`,
  en: `Not allowed by 中组发〔2014〕11号: ${p.en}.`,
}))
export const laterElection = refusal('groups.later_election', 409, () => ({
  zh: '这一天之后已经有过选举。请核对选举日期。',
  en: 'There was an election after that day. Check the day.',
}))
export const badTerm = refusal('groups.bad_term', 422, () => ({
  zh: '任期从选举当天起，最长五年。请核对届满日期。',
  en: 'A term begins on the day of the election and lasts five years at most. Check its end.',
}))
export const ended = refusal('groups.term_ended', 409, () => ({
  zh: '这个任期已经结束。请刷新。',
  en: 'This term has ended. Reload.',
}))
