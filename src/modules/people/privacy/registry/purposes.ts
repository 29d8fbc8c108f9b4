import type { Bilingual } from '#platform/words.ts'

/** On what a purpose stands (个人信息保护法 第十三条): duty by law, the person's consent, a contract with them, or an emergency. */
export type Basis = 'statutory' | 'consent' | 'contract' | 'emergency'

/** How long: years after a death, after leaving the county, or until the consent is withdrawn. */
export type Retention = { years: number; from: 'death' | 'leaving' | 'service' } | 'until_withdrawn'

export type Purpose = {
  key: string
  zh: string
  en: string
  basis: Basis
  law: Bilingual
  retention: Retention
  /** What somebody who is asked for consent is told, in plain words. */
  plain?: Bilingual
}

const LAW_13_3 = '个人信息保护法第十三条第一款第三项、第三十四条'
const DUTY = {
  zh: `${LAW_13_3}；中办发〔2016〕3号`,
  en: 'PIPL arts. 13(1)(3) and 34; General Office document 2016 no. 3',
}
const TREATMENT = {
  zh: `${LAW_13_3}；国发〔1982〕62号、国发〔1978〕104号`,
  en: 'PIPL arts. 13(1)(3) and 34; State Council 1982 no. 62, 1978 no. 104',
}
const CONSENT = { zh: '个人信息保护法第十四条、第二十九条', en: 'PIPL arts. 14 and 29' }
/** 国家档案局令第8号 knows terms of 10 and 30 years; 财政部、国家档案局令第79号 keeps vouchers for 30. */
const TEN = { years: 10, from: 'death' } as const
const THIRTY = { years: 30, from: 'death' } as const

/** Why the county keeps anything about a person. A field without a purpose of this list cannot be stored. */
export const purposes = [
  { key: 'identify', zh: '建档和核对身份', en: 'Opening the record, telling people apart', basis: 'statutory', law: DUTY, retention: TEN },
  { key: 'employment', zh: '离退休管理：工作经历与职务', en: 'Retirement: work and posts', basis: 'statutory', law: DUTY, retention: TEN },
  { key: 'treatment', zh: '落实政治待遇和生活待遇', en: 'Granting the treatment due', basis: 'statutory', law: TREATMENT, retention: THIRTY },
  { key: 'party', zh: '党组织生活和党员管理', en: 'Party life and membership', basis: 'statutory', law: { zh: `${LAW_13_3}；中国共产党党员教育管理工作条例`, en: 'PIPL arts. 13(1)(3) and 34; regulations on the education and management of members' }, retention: TEN },
  { key: 'service', zh: '社区服务、走访慰问和困难帮扶', en: 'Service in the community, visits, help in hardship', basis: 'statutory', law: DUTY, retention: TEN },
  { key: 'medical', zh: '落实医疗待遇和保健', en: 'Granting medical treatment and care', basis: 'statutory', law: TREATMENT, retention: TEN },
  { key: 'talent', zh: '组织发挥作用和文化活动', en: 'Making use of skills, activities', basis: 'statutory', law: DUTY, retention: TEN },
  { key: 'bereavement', zh: '办理后事和抚恤', en: 'Funeral and bereavement grants', basis: 'statutory', law: { zh: `${LAW_13_3}；民发〔2011〕192号；会计档案管理办法（令第79号）`, en: 'PIPL arts. 13(1)(3) and 34; Civil Affairs 2011 no. 192; accounting archives, order no. 79' }, retention: THIRTY },
  { key: 'keeping', zh: '记录来源和核对责任', en: 'Where a record comes from and who vouches for it', basis: 'statutory', law: { zh: '个人信息保护法第八条', en: 'PIPL art. 8' }, retention: TEN },
  { key: 'contact', zh: '日常联系和紧急救助', en: 'Reaching the person, also in an emergency', basis: 'emergency', law: { zh: '个人信息保护法第十三条第一款第三、四项', en: 'PIPL art. 13(1)(3) and (4)' }, retention: { years: 1, from: 'death' } },
  { key: 'proof', zh: '证明同意、更正和删除已依法办理', en: 'Proof that consent, correction and erasure were done by law', basis: 'statutory', law: { zh: '个人信息保护法第五十四至五十六条', en: 'PIPL arts. 54 to 56' }, retention: { years: 3, from: 'service' } },
  { key: 'photo', zh: '照片', en: 'Photograph', basis: 'consent', law: CONSENT, retention: 'until_withdrawn',
    plain: { zh: '把您的照片放在档案里，方便工作人员上门时认得您。不同意不影响任何待遇。', en: 'Your photograph is kept in the record so that whoever visits knows you. Saying no takes nothing from you.' } },
  { key: 'health_text', zh: '病史说明和长期用药', en: 'Medical history and long-term medicine', basis: 'consent', law: CONSENT, retention: 'until_withdrawn',
    plain: { zh: '记下您的病史和常用药，遇到急病时可以告诉医生。不同意不影响医疗待遇。', en: 'Your past illnesses and medicines are written down so that a doctor can be told in an emergency. Saying no leaves your medical treatment as it is.' } },
  { key: 'location', zh: '位置', en: 'Location', basis: 'consent', law: CONSENT, retention: 'until_withdrawn',
    plain: { zh: '活动签到或求助时记录您所在的位置。不同意仍可以由工作人员签到。', en: 'Where you are is noted when you sign in to an activity or call for help. Without it a worker signs you in.' } },
  { key: 'volunteers', zh: '向志愿者提供姓名、住址和电话', en: 'Name, address and telephone for volunteers', basis: 'consent', law: CONSENT, retention: 'until_withdrawn',
    plain: { zh: '把您的姓名、住址和电话告诉上门帮忙的志愿者。只告诉为您服务的那一位。', en: 'The volunteer who comes to help is told your name, address and telephone; nobody else is.' } },
  { key: 'merchants', zh: '向商户提供姓名和优惠资格', en: 'Name and entitlement for merchants', basis: 'consent', law: CONSENT, retention: 'until_withdrawn',
    plain: { zh: '在为老服务商户享受优惠时，让商户看到您的姓名和优惠资格，看不到身份证号和电话。', en: 'A merchant who gives you a discount sees your name and that you are entitled to it, not your numbers.' } },
] as const satisfies readonly Purpose[] // biome-ignore format: a table, a purpose a line

export type PurposeKey = (typeof purposes)[number]['key']
export type ConsentKey = Extract<(typeof purposes)[number], { basis: 'consent' }>['key']
