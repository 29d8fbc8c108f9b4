import { type CodeOf, codeTable } from './code-table.ts'

/** How one lives and what calls for more care; several may hold, each with its day and evidence. */
export const livingFlagCodes = codeTable('桑榆', [
  ['lives_alone', '独居', 'Lives alone'],
  ['empty_nest', '空巢', 'Children live elsewhere'],
  ['with_spouse', '与配偶同住', 'Lives with the spouse'],
  ['with_children', '与子女同住', 'Lives with children'],
  ['with_carer', '保姆照料', 'Has a live-in carer'],
  ['care_home', '养老机构', 'In a care home'],
  ['left_behind', '留守', 'Left behind by family working elsewhere'],
  ['lost_only_child', '失独', 'Lost the only child'],
  ['childless', '无子女', 'No children'],
  ['advanced_age', '高龄', 'Advanced age (80 and over)'],
  ['dependent', '失能', 'Cannot care for themselves'],
  ['partly_dependent', '半失能', 'Partly unable to care for themselves'],
  ['severely_disabled', '重残', 'Severe disability'],
  ['seriously_ill', '重病', 'Serious illness'],
  ['bedridden', '长期卧床', 'Bedridden for long'],
  ['long_in_hospital', '长期住院', 'In hospital for long'],
  ['lives_elsewhere', '异地居住', 'Lives in another place'],
  ['resettled', '易地安置', 'Resettled in another place'],
  ['deceased', '已故', 'Deceased'],
])

/** How one lives is no secret; illness, disability and loss are (个人信息保护法 第二十八条). */
export const plainLivingFlags: ReadonlySet<string> = new Set<CodeOf<typeof livingFlagCodes>>([
  'lives_alone',
  'empty_nest',
  'with_spouse',
  'with_children',
  'with_carer',
  'care_home',
  'left_behind',
  'advanced_age',
  'lives_elsewhere',
  'resettled',
  'deceased',
])

export const chronicCodes = codeTable('国家基本公共卫生服务规范（第三版）既往史', [
  ['1', '无', 'None'],
  ['2', '高血压', 'Hypertension'],
  ['3', '糖尿病', 'Diabetes'],
  ['4', '冠心病', 'Coronary heart disease'],
  ['5', '慢性阻塞性肺疾病', 'Chronic obstructive pulmonary disease'],
  ['6', '恶性肿瘤', 'Malignant tumour'],
  ['7', '脑卒中', 'Stroke'],
  ['8', '严重精神障碍', 'Severe mental disorder'],
  ['9', '结核病', 'Tuberculosis'],
  ['10', '肝炎', 'Hepatitis'],
  ['11', '其他法定传染病', 'Other notifiable infectious disease'],
  ['12', '职业病', 'Occupational disease'],
  ['13', '其他', 'Other'],
])

export const abilityCodes = codeTable('GB/T 42195-2022', [
  ['0', '能力完好', 'Able'],
  ['1', '轻度失能', 'Mild loss of ability'],
  ['2', '中度失能', 'Moderate loss of ability'],
  ['3', '重度失能', 'Severe loss of ability'],
  ['4', '完全失能', 'Complete loss of ability'],
])
export type Ability = CodeOf<typeof abilityCodes>

/** Lowest score of each level, best first: 90 is the most one can have, and only that is 完好. */
const ABILITY_FROM: readonly (readonly [Ability, number])[] = [
  ['0', 90],
  ['1', 66],
  ['2', 46],
  ['3', 30],
  ['4', 0],
]

/** Level of an assessment by GB/T 42195-2022, of 0 to 90 points; other scores are refused with a RangeError. */
export function abilityOf(score: number): Ability {
  const level = isScore(score, 90) ? ABILITY_FROM.find(([, from]) => score >= from) : undefined
  if (!level) throw new RangeError(`not a score of 0 to 90: ${score}`)
  return level[0]
}

export const selfCareCodes = codeTable('国家基本公共卫生服务规范（第三版）老年人生活自理能力评估表', [
  ['1', '可自理', 'Independent'],
  ['2', '轻度依赖', 'Slightly dependent'],
  ['3', '中度依赖', 'Moderately dependent'],
  ['4', '不能自理', 'Dependent'],
])
export type SelfCare = CodeOf<typeof selfCareCodes>

/** Lowest score of each level, worst first: here many points are bad. */
const SELF_CARE_FROM: readonly (readonly [SelfCare, number])[] = [
  ['4', 19],
  ['3', 9],
  ['2', 4],
  ['1', 0],
]

/** Level of the five questions on eating, washing, dressing, toilet and moving; other than whole points are refused. */
export function selfCareOf(score: number): SelfCare {
  const level = isScore(score, Number.MAX_SAFE_INTEGER) ? SELF_CARE_FROM.find(([, from]) => score >= from) : undefined
  if (!level) throw new RangeError(`not a score: ${score}`)
  return level[0]
}

function isScore(score: number, most: number): boolean {
  return Number.isInteger(score) && score >= 0 && score <= most
}
