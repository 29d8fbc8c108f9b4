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
}
