import { type Field, fieldOf, showValue } from '../../../fields/index.ts'
import type { PersonItem } from '../../contract.ts'

type Cell = string | number | null
type Column = { title: string; cell: (item: PersonItem) => Cell }
type Own = readonly [zh: string, en: string, cell: (item: PersonItem, isZh: boolean) => Cell]

const REGISTERED: Record<string, readonly [zh: string, en: string]> = {
  missing: ['未登记', 'not registered'],
  invalid: ['待核对', 'to be checked'],
  unrecoverable: ['待核对', 'to be checked'],
}

/** What a list has beside the fields of the record. */
const own: Record<string, Own> = {
  age: ['年龄', 'Age', (item) => item.age],
  unit: ['单位', 'Unit', (item) => item.unit],
  street: ['街道', 'Street', (item) => item.street],
  community: ['社区', 'Community', (item) => item.community],
  phone: ['电话', 'Phone', (item) => item.phone],
  idStatus: [
    '身份证号登记',
    'Identity number',
    (item, zh) => (REGISTERED[item.idStatus] ?? ['已登记', 'registered'])[zh ? 0 : 1],
  ],
  tags: ['标签', 'Tags', (item) => item.tags.join('、')],
  completeness: ['完整度', 'Complete', (item) => `${item.completeness}%`],
  name: ['姓名', 'Name', (item) => item.name],
}

/** The columns asked for, in their order; what no list has is left out. */
export function columnsOf(keys: readonly string[], lang: 'zh' | 'en'): Column[] {
  return keys.flatMap((key) => {
    const known = own[key]
    if (known)
      return [{ title: known[lang === 'zh' ? 0 : 1], cell: (item) => known[2](item, lang === 'zh') } satisfies Column]
    const field = fieldOf(key)
    return field ? [{ title: field[lang], cell: (item) => shown(field, item, lang) } satisfies Column] : []
  })
}

function shown(field: Field, item: PersonItem, lang: 'zh' | 'en'): Cell {
  return showValue(field, item.fields[field.key], lang) || null
}
