import type { Bilingual } from '#platform/words.ts'
import type { Basis, Retention } from '../registry/index.ts'

export const basisWords: Record<Basis, Bilingual> = {
  statutory: { zh: '法定职责', en: 'Statutory duty' },
  consent: { zh: '单独同意', en: 'Separate consent' },
  contract: { zh: '合同', en: 'Contract' },
  emergency: { zh: '紧急情况', en: 'Emergency' },
}

export function retentionWords(retention: Retention): Bilingual {
  if (retention === 'until_withdrawn') return { zh: '至撤回同意为止', en: 'Until the consent is withdrawn' }
  const { years, from } = retention
  const [zh, en] = [`${years}年`, years === 1 ? '1 year' : `${years} years`]
  const since = {
    death: { zh: `离世后${zh}`, en: `${en} after death` },
    leaving: { zh: `调出后${zh}`, en: `${en} after leaving` },
    service: { zh: `服务结束后${zh}`, en: `${en} after service ends` },
  }
  return since[from]
}

/** What stands beside the fields of the record, by table. */
export const tableWords: Readonly<Record<string, Bilingual>> = {
  person_phone: { zh: '电话', en: 'Telephones' },
  person_contact: { zh: '联系人', en: 'Contacts' },
  family_member: { zh: '家庭成员', en: 'Family' },
  affiliation: { zh: '单位和居住地的归属', en: 'Affiliation to units and homes' },
  person_event: { zh: '经历', en: 'Events of a life' },
  person_change: { zh: '更正历史', en: 'History of changes' },
  duplicate_pair: { zh: '疑似重复', en: 'Possible duplicates' },
  person_merge: { zh: '合并记录', en: 'Merges' },
  import_row: { zh: '花名册原始行', en: 'Rows of rosters as they came' },
  person_file: { zh: '依据材料', en: 'Evidence' },
  reveal: { zh: '查看完整号码的记录', en: 'Looks at whole numbers' },
  consent: { zh: '同意记录', en: 'Consents' },
  correction_request: { zh: '更正申请', en: 'Requests for correction' },
  erasure: { zh: '删除申请', en: 'Requests for erasure' },
  gathering_sign_up: { zh: '活动报名', en: 'Sign-ups' },
  gathering_attendance: { zh: '活动考勤', en: 'Attendance' },
  gathering_feedback: { zh: '活动反馈', en: 'Feedback on gatherings' },
  person_code: { zh: '签到编码', en: 'Code on the card' },
  calendar_address: { zh: '手机日历地址', en: 'Addresses of the calendar' },
  group_member: { zh: '兴趣小组和社团成员', en: 'Membership of groups' },
  group_officer: { zh: '小组和社团负责人', en: 'Offices in groups' },
  volunteer: { zh: '志愿者登记', en: 'Volunteers' },
  team_member: { zh: '志愿团队成员', en: 'Membership of teams' },
  trainee: { zh: '志愿培训', en: 'Training' },
  post_holding: { zh: '楼长、单元长', en: 'Posts in the grid' },
  shift: { zh: '为谁服务', en: 'Whom a shift serves' },
  shift_turn: { zh: '认领的班次', en: 'Turns of shifts' },
  shift_swap: { zh: '换班', en: 'Swaps' },
  service_record: { zh: '志愿服务记录', en: 'Service records' },
  service_certificate: { zh: '志愿服务证明', en: 'Certificates of service' },
  star_award: { zh: '星级', en: 'Stars' },
  need: { zh: '社区需求', en: 'Needs' },
  bank_earning: { zh: '积分入账', en: 'Points earned' },
  bank_finding: { zh: '积分异常线索', en: 'What stood out in the books of the bank' },
  bank_finding_record: { zh: '异常线索所依据的记录', en: 'Records such a finding rests on' },
  bank_gift: { zh: '积分转赠和捐赠', en: 'Points given' },
  bank_grant: { zh: '公益池送来的积分', en: 'Points out of the public pool' },
  bank_notice_line: { zh: '积分公示', en: 'Notices of points' },
  bank_redemption: { zh: '积分兑换', en: 'Redemptions' },
  bank_request: { zh: '冲正和继承申请', en: 'Requests for reversals and inheritances' },
  bank_unnamed: { zh: '公示不列名', en: 'Wishes not to be named in notices' },
  message: { zh: '发给本人的消息', en: 'Messages to the person' },
  message_choice: { zh: '怎样接收消息', en: 'How messages reach them' },
  own_authority: { zh: '本人登录和家属代办', en: 'Access, and who acts for them' },
}
