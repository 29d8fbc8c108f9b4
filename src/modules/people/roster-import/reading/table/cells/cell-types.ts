import { readEthnicity } from '../../clean/codes/ethnicity.ts'
import { readPolitical } from '../../clean/codes/political.ts'
import { readKind } from '../../clean/office/kind.ts'
import { squeeze } from '../../clean/text.ts'
import { type Cell, cellText, isNumberCell } from '../../file/book.ts'
import type { Field } from '../header/fields.ts'
import { looksLikeDate, looksLikeId, looksLikeName, looksLikePhone } from './looks-like.ts'

const words = (cell: Cell) => squeeze(cellText(cell))
const isDateLike = (cell: Cell) =>
  looksLikeDate(cell) || /农历|阴历|[年月]/.test(words(cell)) || /^\d{5,6}$/.test(words(cell))

/** What a cell must look like to belong under a column of this field. */
const TYPES: Partial<Record<Field, (cell: Cell) => boolean>> = {
  name: (cell) =>
    typeof cell === 'string' &&
    looksLikeName(cell) &&
    readKind(cell) === undefined &&
    readEthnicity(cell) === undefined,
  gender: (cell) => /^[男女][、/／\n]?[男女]?性?$/.test(words(cell)),
  birth: (cell) => isDateLike(cell) || /岁/.test(words(cell)),
  age: (cell) => /^\D{0,2}\d{2,3}(周?岁|虚岁)?$/.test(words(cell)),
  id: looksLikeId,
  ethnicity: (cell) => readEthnicity(words(cell)) !== undefined && !/\d/.test(words(cell)),
  political: (cell) => readPolitical(words(cell)) !== undefined && !/\d/.test(words(cell)),
  kind: (cell) => readKind(words(cell)) !== undefined,
  phone: looksLikePhone,
  work_start: isDateLike,
  retire_date: isDateLike,
  party_date: isDateLike,
  pension: (cell) =>
    (isNumberCell(cell) && cell.value >= 300 && cell.value < 100_000) ||
    /元|^[¥￥]?[\d,]+\.\d+$|^[壹贰叁肆伍陆柒捌玖]/.test(words(cell)),
}

/** Fields whose cells only a person has. */
export const PERSONAL: ReadonlySet<Field> = new Set<Field>([
  'gender',
  'birth',
  'age',
  'id',
  'ethnicity',
  'political',
  'phone',
  'kind',
  'work_start',
])

/** Columns of words: some words are surely theirs, numbers surely are not, and of the rest nothing can be said. */
const WORDS: Partial<Record<Field, RegExp>> = {
  unit: /(局|委|委员会|办|办公室|厂|公司|学校|中学|小学|[一二三四五六]中|医院|卫生院|银行|支行|站|所|中心|政府|社|部|人大|政协|工会)$/,
  unit_post: /(局|委|办|厂|公司|学校|中学|小学|医院|银行|站|所|中心|政府|社|部).+/,
  address: /村|社区|小区|街道|镇|乡|路\d|号楼|单元|家属院|宿舍/,
  community: /(村|社区|居委会)$/,
  post: /(长|主任|书记|科员|教师|医师|会计|干事|经理)$/,
}

function fitsWords(wanted: RegExp, cell: Cell): boolean | undefined {
  if (looksLikeId(cell) || /^\d{7,}$/.test(words(cell))) return false
  return wanted.test(words(cell)) || undefined
}

/** Whether a cell looks like the field; undefined when nothing can be said. */
export function fits(field: Field, cell: Cell): boolean | undefined {
  const wanted = WORDS[field]
  // As codes 1 and 2 may be anything: a sex, a number in a list, a count.
  if (field === 'gender' && /^[12]$/.test(words(cell))) return undefined
  return wanted ? fitsWords(wanted, cell) : TYPES[field]?.(cell)
}
