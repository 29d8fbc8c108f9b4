import type { Bilingual } from '#platform/words.ts'
import type { Reason } from './shapes.ts'

/** What is wrong with a row and what to do next, for every reason code. */
const WORDS: Record<Reason, Bilingual> = {
  NAME_MISSING: {
    zh: '这一行没有姓名，不能建档。请补上姓名后重新导入。',
    en: 'The row has no name and cannot become a record. Add the name and import it again.',
  },
  NAME_INVALID: {
    zh: '姓名被遮盖（如“张××”“李某某”），不能建档。请填写真实姓名后重新导入。',
    en: 'The name is masked (张××, 李某某) and cannot become a record. Enter the real name and import it again.',
  },
  COLUMN_SHIFT: {
    zh: '这一行的内容整体错开了一列，哪格是什么已不可信。请在原表里对齐后重新导入。',
    en: 'The row has slid by one column and its cells cannot be trusted. Put them back in the file and import it again.',
  },
  ID_PRECISION_LOST: {
    zh: '身份证号被表格软件当成数字，后几位已丢失（科学计数或末尾 000），无法还原。请对照证件重新填写，并把该列设为文本。',
    en: 'The spreadsheet treated the ID number as a number and lost its last digits; they cannot be recovered. Retype it from the card and format the column as text.',
  },
  ID_CHECKSUM: {
    zh: '身份证号末位校验不符，至少有一位写错了。请对照证件核对。',
    en: 'The check character of the ID number is wrong, so at least one digit is. Compare it with the card.',
  },
  ID_LENGTH: {
    zh: '身份证号不是 15 位或 18 位，多写或漏写了数字。请对照证件核对。',
    en: 'The ID number has neither 15 nor 18 characters. Compare it with the card.',
  },
  ID_DATE_INVALID: {
    zh: '身份证号里的出生日期不存在。请对照证件核对。',
    en: 'The birth date inside the ID number does not exist. Compare it with the card.',
  },
  ID_BIRTH_MISMATCH: {
    zh: '出生日期与身份证号不一致，两个都已保留，以表中填写的为准。请按档案认定后选择。',
    en: 'Birth date and ID number disagree; both are kept and the cell counts. Decide by the personnel file.',
  },
  ID_GENDER_MISMATCH: {
    zh: '性别与身份证号不一致，两个都已保留，以表中填写的为准。请核对后选择。',
    en: 'Sex and ID number disagree; both are kept and the cell counts. Check which is right.',
  },
  ID_SHARED: {
    zh: '前面另一个姓名的人用了同一个身份证号。请核对两人的证件，或确认是同一人的另一个名字。',
    en: 'An earlier row has the same ID number under another name. Check both cards, or confirm that it is one person.',
  },
  BIRTH_TRAILING_ZERO: {
    zh: '“1949.1”可能是 1 月，也可能是丢了末尾 0 的 10 月，目前只记了年份。请核对月份。',
    en: '“1949.1” may be January, or October with its zero lost; only the year is recorded. Check the month.',
  },
  BIRTH_LUNAR: {
    zh: '出生日期是农历，系统不作换算。请按档案填写公历日期。',
    en: 'The birth date is lunar and is not converted. Enter the solar date from the personnel file.',
  },
  BIRTH_FROM_AGE: {
    zh: '只写了年龄，出生年份是推算的。请补上出生日期或身份证号。',
    en: 'Only an age is given, so the year of birth is reckoned. Add the birth date or the ID number.',
  },
  BIRTH_UNREADABLE: {
    zh: '出生日期写法无法识别。请改成“1949-09-15”或“1949-09”的形式。',
    en: 'The birth date cannot be read. Write it as 1949-09-15 or 1949-09.',
  },
  BIRTH_IMPLAUSIBLE: {
    zh: '按出生日期推算年龄不到 40 岁或超过 112 岁，可能写错了年份。请核对。',
    en: 'By this birth date the person would be under 40 or over 112. Check the year.',
  },
  DATE_ORDER: {
    zh: '时间先后不合理：退休早于参加工作，或参加工作时不满十岁。请核对这几个日期。',
    en: 'The dates are out of order: retired before starting work, or at work before the age of ten. Check them.',
  },
  KIND_DATE_CONFLICT: {
    zh: '登记为离休，但参加革命工作时间晚于 1949 年 9 月 30 日。请核对类别或时间。',
    en: 'Entered as 离休, but work began after 30 September 1949. Check the kind or the date.',
  },
  OUT_OF_SCOPE: {
    zh: '退休工人、军休干部等不属于老干部局服务管理对象。请确认是否需要保留。',
    en: 'Retired workers and retired officers are not the bureau’s people. Decide whether to keep the row.',
  },
  NAME_PUA: {
    zh: '姓名里有老系统自造的字，在别处显示不出来。请换成标准汉字或注明读音。',
    en: 'The name holds a private-use character that no other system shows. Replace it by the standard character.',
  },
  NAME_LOST_CHAR: {
    zh: '姓名里有字丢失（显示为“?”“□”）。请对照证件补上。',
    en: 'A character of the name is lost (shown as ? or □). Complete it from the card.',
  },
  TWO_PERSONS: {
    zh: '一行里写了夫妻两人，已拆成两条。请核对各自的证件号、出生日期和电话。',
    en: 'Husband and wife stood in one row and were parted into two. Check whose number, birth date and telephone is whose.',
  },
  CELLS_SWAPPED: {
    zh: '身份证号和电话填反了，已按内容调换。请确认。',
    en: 'ID number and telephone stood in each other’s column and were exchanged. Please confirm.',
  },
  UNIT_UNKNOWN: {
    zh: '单位名称在单位库里找不到。请选择对应的单位，或先在单位库里添加（含简称、曾用名）。',
    en: 'The unit is not in the directory. Choose the right one, or add it with its short and former names first.',
  },
  UNIT_AMBIGUOUS: {
    zh: '单位简称对应不止一个单位。请选择是哪一个。',
    en: 'The short name fits several units. Choose which one is meant.',
  },
  FORMAT_ONLY_MARK: {
    zh: '这一行被划线或标了颜色，但没有文字说明原因。请确认本人状况（是否去世、迁出等）。',
    en: 'The row is struck through or coloured and no word says why. Find out what was meant (died, moved away …).',
  },
  HIDDEN_SHEET: {
    zh: '这一行在隐藏的工作表里，可能是旧数据。请确认是否需要导入。',
    en: 'The row stands on a hidden sheet and may be out of date. Decide whether to import it.',
  },
  IDENTITY_WEAK: {
    zh: '既没有可用的身份证号，也没有出生日期或年龄，难以与他人区分。请补充其中一项。',
    en: 'There is neither a usable ID number nor a birth date or age to tell the person from others. Add one of them.',
  },
  POSSIBLE_DUPLICATE: {
    zh: '与前面一行很可能是同一人（同名且出生年月、单位相同，或本人手机相同）。请确认后合并或保留。',
    en: 'Probably the same person as an earlier row (same name with the same birth month and unit, or the same mobile). Merge or keep.',
  },
}

const UNKNOWN: Bilingual = {
  zh: '这一行需要人工核对，请查看原表后处理。',
  en: 'Somebody has to look at this row. Compare it with the file.',
}

const BY_CODE = new Map<string, Bilingual>(Object.entries(WORDS))

/** What a reason says to the person who has to deal with the row. */
export function reasonWords(code: string): Bilingual {
  return BY_CODE.get(code) ?? UNKNOWN
}
