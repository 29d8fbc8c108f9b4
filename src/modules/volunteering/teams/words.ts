import { refusal } from '#platform/refuse.ts'

export const nameTaken = refusal('teams.name_taken', 409, (p: { name: string }) => ({
  zh: `已有一支队伍叫“${p.name}”。请换个名称，或直接使用那一支。`,
  en: `There is a team called “${p.name}” already. Choose another name, or use that one.`,
}))
export const outsideArea = refusal('teams.outside_area', 403, () => ({
  zh: '这支队伍不在您的管理范围内。请由所属街道、社区或老干部局办理。',
  en: 'This team is outside your area. Ask the street, community or bureau it belongs to.',
}))
export const dissolved = refusal('teams.dissolved', 409, () => ({
  zh: '这支队伍已经解散，不能再办理。',
  en: 'This team has been dissolved.',
}))
export const hasTeams = refusal('teams.has_teams', 409, (p: { count: number }) => ({
  zh: `服务团下还有 ${p.count} 支队伍。请先解散或改到别的团。`,
  en: `The corps still holds ${p.count} teams. Dissolve them or move them first.`,
}))
export const notACorps = refusal('teams.not_a_corps', 422, () => ({
  zh: '服务队只能设在服务团下，服务团不能再设在别的团下。请重新选择。',
  en: 'A team stands under a corps, and a corps under nothing. Choose again.',
}))
export const memberBefore = refusal('teams.member_before', 409, (p: { name: string }) => ({
  zh: `${p.name}已在这支队伍里，没有重复登记。`,
  en: `${p.name} is in this team already; nothing was entered twice.`,
}))
export const leaderThere = refusal('teams.leader_there', 409, () => ({
  zh: '这支队伍已有队长。请先把原队长改为副队长或队员。',
  en: 'This team has a leader. Give the leader another role first.',
}))
export const changedMeanwhile = refusal('teams.changed_meanwhile', 409, () => ({
  zh: '刚刚有人改过这支队伍。请刷新核对后再保存；您填写的内容仍在本页。',
  en: 'Somebody changed this team just now. Reload and check before saving; what you typed is still here.',
}))
