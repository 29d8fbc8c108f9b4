import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export const kindWords = {
  bureau: { zh: '老干部局', en: 'bureau of retired cadres' },
  organisation_department: { zh: '组织部门', en: 'organisation department' },
  organs_committee: { zh: '直属机关工委', en: 'organs’ work committee' },
  civil_affairs: { zh: '民政部门', en: 'civil affairs' },
  street: { zh: '乡镇（街道）', en: 'street or town office' },
  community: { zh: '社区（村）', en: 'community or village' },
  employer: { zh: '原单位', en: 'original unit' },
  hospital: { zh: '医疗机构', en: 'hospital' },
  school: { zh: '学校', en: 'school' },
  merchant: { zh: '商户', en: 'merchant' },
  resident_unit: { zh: '驻区单位', en: 'resident unit' },
  service_provider: { zh: '服务机构', en: 'service provider' },
  association: { zh: '社会团体', en: 'association' },
  other: { zh: '其他', en: 'other' },
} satisfies Record<string, Bilingual>

/** By the accounting unit (机关/事业/企业), whatever the unit calls itself. */
export const natureWords = {
  organ: { zh: '机关', en: 'organ' },
  institution: { zh: '事业', en: 'institution' },
  enterprise: { zh: '企业', en: 'enterprise' },
} satisfies Record<string, Bilingual>

export const statusWords = {
  open: { zh: '在册', en: 'open' },
  closed: { zh: '撤销', en: 'closed' },
} satisfies Record<string, Bilingual>

/** The rank of the unit's head, GB/T 12407. */
export const levelWords = {
  111: { zh: '省部级正职', en: 'provincial, chief' },
  112: { zh: '省部级副职', en: 'provincial, deputy' },
  121: { zh: '厅局级正职', en: 'bureau, chief' },
  122: { zh: '厅局级副职', en: 'bureau, deputy' },
  131: { zh: '县处级正职', en: 'county, chief' },
  132: { zh: '县处级副职', en: 'county, deputy' },
  141: { zh: '乡科级正职', en: 'section, chief' },
  142: { zh: '乡科级副职', en: 'section, deputy' },
  150: { zh: '科员级', en: 'staff' },
  160: { zh: '办事员级', en: 'clerk' },
  199: { zh: '未定级', en: 'not graded' },
} satisfies Record<string, Bilingual>

export const nameKindWords = {
  name: { zh: '现名', en: 'name' },
  short: { zh: '简称', en: 'short name' },
  former: { zh: '曾用名', en: 'former name' },
  alias: { zh: '别名', en: 'alias' },
} satisfies Record<string, Bilingual>

export const eventWords = {
  founded: { zh: '设立', en: 'founded' },
  renamed: { zh: '更名', en: 'renamed' },
  merged: { zh: '合并', en: 'merged' },
  split: { zh: '分设', en: 'split' },
  closed: { zh: '撤销', en: 'closed' },
  reopened: { zh: '恢复', en: 'reopened' },
  changed: { zh: '修改资料', en: 'changed' },
} satisfies Record<string, Bilingual>

export const fieldWords = {
  name: { zh: '名称', en: 'name' },
  short: { zh: '简称', en: 'short name' },
  code: { zh: '单位编号', en: 'number' },
  kind: { zh: '类别', en: 'kind' },
  nature: { zh: '性质', en: 'nature' },
  level: { zh: '级别', en: 'level' },
  creditCode: { zh: '统一社会信用代码', en: 'social credit code' },
  isVertical: { zh: '垂管', en: 'vertical management' },
  parentId: { zh: '上级单位', en: 'parent unit' },
  placeCode: { zh: '所在地', en: 'place' },
  address: { zh: '地址', en: 'address' },
  openedOn: { zh: '设立日期', en: 'day of founding' },
  note: { zh: '备注', en: 'note' },
  alias: { zh: '别名', en: 'alias' },
  contact: { zh: '联系人', en: 'contact' },
} satisfies Record<string, Bilingual>

type Named = { name: string }

export const outsideUnits = refusal('units.outside_area', 403, (p: Named) => ({
  zh: `“${p.name}”不在您的管理范围内，只能查看。如需变更请联系老干部局。`,
  en: `“${p.name}” is outside your area: you may look at it only. Ask the bureau of retired cadres for a change.`,
}))
export const unitClosed = refusal('units.is_closed', 409, (p: Named & { on: string }) => ({
  zh: `“${p.name}”已于 ${p.on} 撤销，不能办理这项变更。需要时请先恢复该单位。`,
  en: `“${p.name}” was closed on ${p.on}; this can no longer be done. Reopen it first if need be.`,
}))
export const changedMeanwhile = refusal(
  'units.changed_meanwhile',
  409,
  (p: { version: number; by: string; at: string; what: Bilingual }) => ({
    zh: `您打开这一页之后，${p.by} 已于 ${p.at} 对该单位做了变更：${p.what.zh}。您的修改没有保存，请刷新后再改。`,
    en: `Since you opened this page ${p.by} changed this unit (${p.at}): ${p.what.en}. Nothing of yours was saved; reload and try again.`,
  }),
)
export const wrongDay = refusal('units.wrong_day', 422, (p: { from: string; to: string }) => ({
  zh: `日期应在 ${p.from} 至 ${p.to} 之间。请改正日期。`,
  en: `The day must lie between ${p.from} and ${p.to}. Correct it.`,
}))
export const nameTaken = refusal('units.name_taken', 409, (p: Named & { id: string }) => ({
  zh: `已有在册单位叫“${p.name}”。请直接使用该单位，或换一个名称。`,
  en: `An open unit is called “${p.name}” already. Use that one or choose another name.`,
}))
