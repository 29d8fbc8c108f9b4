import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export const reasonWords = {
  no_name: { zh: '没有单位名称', en: 'No name' },
  bad_name: { zh: '单位名称应为 2 至 100 个字', en: 'A name has 2 to 100 characters' },
  bad_kind: { zh: '类别不认识，请用本页列出的类别', en: 'This kind is not known; use one of those listed' },
  bad_nature: { zh: '性质应为机关、事业或企业', en: 'The nature is 机关, 事业 or 企业' },
  bad_status: { zh: '状态应为在册或撤销', en: 'The status is 在册 or 撤销' },
  bad_credit_code: { zh: '统一社会信用代码校验不通过', en: 'The social credit code is wrong' },
  credit_code_taken: { zh: '统一社会信用代码已登记在其他单位', en: 'The social credit code belongs to another unit' },
  code_taken: { zh: '单位编号已用于其他单位', en: 'The number belongs to another unit' },
  unknown_successor: {
    zh: '承接单位既不在系统里，也不在本表中',
    en: 'The successor is neither known nor in this file',
  },
  repeated: { zh: '与前面的行是同一单位', en: 'The same unit as a row above' },
  name_shared: {
    zh: '这个写法也指另一个单位，导入花名册时要人工选择',
    en: 'This spelling also means another unit; a roster that uses it will ask',
  },
} satisfies Record<string, Bilingual>

export type Reason = keyof typeof reasonWords

export const noUnitColumns = refusal('units.no_columns', 422, () => ({
  zh: '没有找到单位名称。表格请在第一行写“单位名称”，可加“编号、简称、曾用名、性质、状态、承接单位、统一社会信用代码”等列；JSON 请用单位数组。',
  en: 'No unit names were found. A spreadsheet needs a header with 单位名称; a JSON file holds an array of units.',
}))
