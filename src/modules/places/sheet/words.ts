import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export const reasonWords = {
  no_community: { zh: '没有填写社区', en: 'No community is given' },
  unknown_community: {
    zh: '本县没有这个社区（村），请核对名称',
    en: 'The county has no such community; check the name',
  },
  ambiguous_community: {
    zh: '有几个街道（乡镇）都有这个名称，请加一列“街道”',
    en: 'Several streets have a community of this name; add a column 街道',
  },
  outside_area: { zh: '这个社区不在您的管理范围内', en: 'This community is outside your area' },
  nothing_below: { zh: '网格、楼栋、单元都没有填写', en: 'Neither grid, building nor entrance is given' },
  entrance_without_building: { zh: '填了单元但没有填楼栋', en: 'An entrance is given without its building' },
  name_too_long: { zh: '名称超过 60 个字', en: 'A name has more than 60 characters' },
  no_number_left: {
    zh: '编号已用完（网格 99、楼栋 999、单元 99）',
    en: 'No number is left (99 grids, 999 buildings, 99 entrances)',
  },
  repeated: { zh: '与前面的行重复', en: 'Repeats a row above' },
} satisfies Record<string, Bilingual>

export type Reason = keyof typeof reasonWords

export const noColumns = refusal('places.no_columns', 422, () => ({
  zh: '表格里没有找到表头。请在第一行写“社区、网格、楼栋、单元”（没有的列可以不写，社区必须有）。',
  en: 'No header was found. Write 社区, 网格, 楼栋, 单元 in the first line; 社区 is needed, the others if you have them.',
}))
