import { plainLivingFlags } from '../codes/care.ts'
import { type Field, type SectionKey, section } from './field.ts'

const hidden = { fieldClass: 'restricted', mask: 'hide' } as const
/** Whether somebody is in the Party, and where, is guarded like illness and money (docs/decisions/field-classes.md). */
const party = hidden
const address = { fieldClass: 'pi', mask: 'address' } as const
/** Free words may tell anything of a person; only who keeps the records reads them. */
const ownWords = { fieldClass: 'pi', mask: 'hide' } as const

/** Every field of the cadre record (domain: 陕西22项, 海南采集表, 离休登记表), in the order of the paper form. */
export const catalogue: readonly Field[] = [
  ...section('identity', {
    name: ['text', '姓名', 'Name', { maxLength: 60 }],
    formerName: ['text', '曾用名', 'Former name', { maxLength: 60 }],
    gender: ['code', '性别', 'Sex', { codes: 'gender' }],
    birthOn: ['date', '出生日期', 'Date of birth', { fieldClass: 'pi', mask: 'date' }],
    ethnicity: ['code', '民族', 'Ethnicity', { codes: 'ethnicity' }],
    nativePlace: ['text', '籍贯', 'Native place'],
    idNumber: ['sealed', '公民身份号码', 'Identity number', { fieldClass: 'sensitive', mask: 'id', maxLength: 40 }],
    medicalInsuranceNo: [
      'sealed',
      '医保号',
      'Medical insurance no.',
      { fieldClass: 'sensitive', mask: 'id', maxLength: 40 },
    ],
  }),
  ...section('work', {
    kind: ['code', '离退休类型', 'Retirement kind', { codes: 'kind' }],
    workStartedOn: ['date', '参加工作时间', 'Started work'],
    revolutionJoinedOn: ['date', '参加革命工作时间', 'Joined revolutionary work'],
    retiredOn: ['date', '离退休时间', 'Retired on'],
    unitText: ['text', '离退休时单位', 'Unit at retirement'],
    post: ['text', '离退休时职务', 'Post at retirement'],
    rank: ['code', '离退休时职级', 'Rank at retirement', { codes: 'rank' }],
    grade: ['code', '职级（2019年后）', 'Grade (since 2019)', { codes: 'grade' }],
    title: ['text', '职称', 'Professional title'],
    nature: ['code', '原单位性质', 'Nature of unit', { codes: 'nature' }],
    identityType: ['code', '身份性质', 'Employment identity', { codes: 'identityType' }],
  }),
  ...section('treatment', {
    rankTreatment: ['code', '现享受待遇', 'Treatment enjoyed', { codes: 'rank' }],
    treatmentApprovedOn: ['date', '待遇批准时间', 'Treatment approved on'],
    treatmentApprovalNo: ['text', '待遇批准文号', 'Approval document no.'],
    treatmentNote: ['text', '提高待遇情况', 'Treatment raised'],
    medicalTreatment: ['code', '享受医疗待遇', 'Medical treatment', { codes: 'medicalTreatment' }],
    incomeCents: ['cents', '月收入总额', 'Monthly income', hidden],
    basePayCents: ['cents', '基本离退休费', 'Basic pension', hidden],
    allowanceCents: ['cents', '补贴', 'Allowances', hidden],
    careFeeCents: ['cents', '护理费', 'Nursing fee', hidden],
    selfHireFeeCents: ['cents', '自雇费', 'Allowance for own helper', hidden],
    transportFeeCents: ['cents', '交通费', 'Transport fee', hidden],
  }),
  ...section('party', {
    political: ['code', '政治面貌', 'Political status', { codes: 'political', ...party }],
    partyJoinedOn: ['date', '入党时间', 'Joined the Party', party],
    education: ['code', '学历', 'Education', { codes: 'education' }],
    branchText: ['text', '隶属支部', 'Party branch', party],
    duesMethod: ['text', '党费缴纳方式', 'How dues are paid', party],
    isHomeStudy: ['yesno', '送学上门', 'Study brought home', party],
  }),
  ...section('home', {
    marital: ['code', '婚姻状况', 'Marital status', { codes: 'marital' }],
    address: ['text', '现居住地址', 'Home address', address],
    registeredAddress: ['text', '户籍地址', 'Registered address', address],
    livingFlags: [
      'codes',
      '居住与特殊情况',
      'Living situation',
      { codes: 'livingFlag', ...hidden, keeps: plainLivingFlags },
    ],
    livingAssessedOn: ['date', '居住情况核定时间', 'Living situation assessed on'],
    livingEvidence: ['text', '居住情况依据', 'Evidence of it', { isSealed: true, ...hidden }],
    childrenCount: ['count', '子女数', 'Children'],
    dependentChildrenCount: ['count', '无劳动能力子女数', 'Dependent children'],
    supportedCount: ['count', '赡养抚养人数', 'Persons supported'],
    housingM2: ['number', '住房面积（㎡）', 'Housing (m²)', hidden],
  }),
  ...section('health', {
    health: ['code', '健康状况', 'Health', { codes: 'health', ...hidden }],
    chronicCodes: ['codes', '既往病史', 'Past illnesses', { codes: 'chronic', ...hidden }],
    medicalHistory: ['long', '病史说明', 'Medical history', { maxLength: 2000, isSealed: true, ...hidden }],
    ability: ['code', '活动能力', 'Ability', { codes: 'ability', ...hidden }],
    abilityAssessedOn: ['date', '能力评估时间', 'Ability assessed on', hidden],
    hospitalPrimary: ['text', '定点医院一', 'Designated hospital 1', ownWords],
    hospitalSecondary: ['text', '定点医院二', 'Designated hospital 2', ownWords],
    hospitalNearby: ['text', '就近医院', 'Nearest hospital', ownWords],
    careCardNo: ['text', '保健证号', 'Health-care card no.', { isSealed: true, ...hidden }],
    longTermMedicine: ['long', '长期用药', 'Long-term medicine', { maxLength: 1000, isSealed: true, ...hidden }],
    disabilityGrade: ['text', '评残情况', 'Disability grade', { isSealed: true, ...hidden }],
  }),
  ...section('talent', {
    interests: ['words', '兴趣爱好', 'Interests'],
    skills: ['long', '特长与成果', 'Skills and achievements', { maxLength: 1000 }],
    partTimePosts: ['text', '社团兼职', 'Posts in associations'],
    canGoOut: ['yesno', '能否外出活动', 'Can take part in outings'],
    wishedServices: ['words', '希望得到的服务', 'Services wished for'],
    suggestion: ['long', '意见建议', 'Suggestions', { maxLength: 2000, ...ownWords }],
  }),
  ...section('death', {
    diedOn: ['date', '离世时间', 'Died on'],
    deathCause: ['text', '离世原因', 'Cause of death', { isSealed: true, ...hidden }],
    farewell: ['text', '送别方式', 'Farewell'],
    bereavementPaidOn: ['date', '抚恤金领取时间', 'Bereavement grant paid on'],
    bereavementPayee: ['text', '抚恤金领取人', 'Bereavement grant paid to', hidden],
    bereavementUnpaidReason: ['text', '抚恤金未领取原因', 'Why the grant is unpaid', { isSealed: true, ...hidden }],
  }),
  ...section('keeping', {
    isCounted: ['yesno', '纳入统计', 'Counted in statistics'],
    collectedBy: ['text', '采集人', 'Collected by'],
    collectorPhone: [
      'text',
      '采集人手机',
      'Collector’s mobile',
      { fieldClass: 'pi', mask: 'phone', maxLength: 24, isSealed: true },
    ],
    source: ['text', '来源', 'Source'],
    remark: ['long', '备注', 'Remark', { maxLength: 2000, isSealed: true, ...ownWords }],
  }),
]

const byKey = new Map(catalogue.map((field) => [field.key, field]))

export function fieldOf(key: string): Field | undefined {
  return byKey.get(key)
}

export function fieldsOf(sectionKey: SectionKey): Field[] {
  return catalogue.filter((field) => field.section === sectionKey)
}

const columns = new Map(catalogue.map((field) => [field, columnFor(field)]))

/** The column of table `person` that holds a field: `birthOn` stands in `birth_on`. Sealed fields stand in `…_sealed`. */
export function columnOf(field: Field): string {
  return columns.get(field) ?? columnFor(field)
}

function columnFor(field: Field): string {
  if (field.key === 'idNumber') return 'id_sealed'
  const snake = field.key.replace(/[A-Z0-9]+/g, (part) => `_${part.toLowerCase()}`)
  return isSealed(field) ? `${snake}_sealed` : snake
}

/** Whether a field's value is kept encrypted: numbers that are masked for all, and free words on health and hardship. */
export function isSealed(field: Field): boolean {
  return field.kind === 'sealed' || field.isSealed === true
}

/** 陕西省离退休干部信息系统建库验收标准: the 22 items every record must have. A county may set another list. */
export const shaanxiFields: readonly string[] = [
  'name', 'gender', 'birthOn', 'ethnicity', 'idNumber', 'medicalInsuranceNo', 'workStartedOn', 'retiredOn', 'unitText', 'rank',
  'rankTreatment', 'treatmentApprovedOn', 'incomeCents', 'basePayCents', 'allowanceCents', 'political', 'partyJoinedOn', 'education',
  'marital', 'placeCode', 'phone', 'health',
] // biome-ignore format: one glance shows that there are 22

export const sectionWords: Record<SectionKey, { zh: string; en: string }> = {
  identity: { zh: '基本信息', en: 'Identity' },
  work: { zh: '工作与离退休', en: 'Work and retirement' },
  treatment: { zh: '待遇', en: 'Treatment' },
  party: { zh: '政治面貌与学历', en: 'Party and education' },
  home: { zh: '居住与家庭', en: 'Home' },
  health: { zh: '健康简况', en: 'Health' },
  talent: { zh: '特长与意愿', en: 'Talents and wishes' },
  death: { zh: '离世', en: 'Death' },
  keeping: { zh: '采集与备注', en: 'Keeping' },
}
