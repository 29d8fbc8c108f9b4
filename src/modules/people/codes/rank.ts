import { codeTable } from './code-table.ts'

/** Rank of the post (职务层次), at retirement and as treatment. Grades since 2019 are a list of their own, below. */
export const rankCodes = codeTable('GB/T 12407', [
  ['101', '国家级正职', 'National level, head'],
  ['102', '国家级副职', 'National level, deputy'],
  ['111', '省部级正职', 'Provincial or ministerial level, head'],
  ['112', '省部级副职', 'Provincial or ministerial level, deputy'],
  ['121', '厅局级正职', 'Department or bureau level, head'],
  ['122', '厅局级副职', 'Department or bureau level, deputy'],
  ['131', '县处级正职', 'County or division level, head'],
  ['132', '县处级副职', 'County or division level, deputy'],
  ['141', '乡科级正职', 'Township or section level, head'],
  ['142', '乡科级副职', 'Township or section level, deputy'],
  ['150', '科员级', 'Staff member level'],
  ['160', '办事员级', 'Clerk level'],
  ['199', '未定级', 'No level determined'],
])

/** Grades (职级) of the general class, beside the rank of the post since June 2019; no GB code exists. */
export const gradeCodes = codeTable('公务员职务与职级并行规定（2019）', [
  ['inspector_1', '一级巡视员', 'Inspector, first grade'],
  ['inspector_2', '二级巡视员', 'Inspector, second grade'],
  ['consultant_1', '一级调研员', 'Consultant, first grade'],
  ['consultant_2', '二级调研员', 'Consultant, second grade'],
  ['consultant_3', '三级调研员', 'Consultant, third grade'],
  ['consultant_4', '四级调研员', 'Consultant, fourth grade'],
  ['principal_1', '一级主任科员', 'Principal staff member, first grade'],
  ['principal_2', '二级主任科员', 'Principal staff member, second grade'],
  ['principal_3', '三级主任科员', 'Principal staff member, third grade'],
  ['principal_4', '四级主任科员', 'Principal staff member, fourth grade'],
  ['staff_1', '一级科员', 'Staff member, first grade'],
  ['staff_2', '二级科员', 'Staff member, second grade'],
])

/** Medical treatment is granted apart from the rank (享受副省级医疗待遇); no national list of it exists. */
export const medicalTreatmentCodes = codeTable('桑榆', [
  ['provincial', '省部级医疗待遇', 'Provincial or ministerial level'],
  ['vice_provincial', '副省级医疗待遇', 'Deputy provincial level'],
  ['bureau', '厅局级医疗待遇', 'Department or bureau level'],
  ['vice_bureau', '副厅局级医疗待遇', 'Deputy department or bureau level'],
  ['county', '县处级医疗待遇', 'County or division level'],
  ['ordinary', '一般医疗待遇', 'Ordinary'],
])
