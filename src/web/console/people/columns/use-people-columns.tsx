import { useMemo, useState } from 'react'
import { catalogue, fieldOf } from '#modules/people/fields/catalogue.ts'
import type { Field } from '#modules/people/fields/field.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage } from '../../../ui/language/language.ts'
import type { Column } from '../../../ui/table/column.ts'
import { useListAddress } from '../list/use-list-address.ts'
import type { PersonLine } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { ownColumns } from './own-columns.tsx'

const KEPT = 'sangyu.columns.people'
const DEFAULT = ['gender', 'age', 'kind', 'unit', 'community', 'phone', 'completeness']
const sortOf: Record<string, string> = { birthOn: 'birthOn', retiredOn: 'retiredOn', rank: 'rank' }
const RIGHT = new Set(['cents', 'count', 'number'])
const TEXT_WIDTH = 120

export type PeopleColumns = {
  all: Column<PersonLine>[]
  shown: Column<PersonLine>[]
  /** Chosen keys in their order. */
  keys: string[]
  /** Those that are fields of the record, for the server. */
  fieldKeys: string[]
  choose: (keys: string[] | null) => void
}

/** Every column a list of people can have, and those chosen: by the address, or by what this browser used last. */
export function usePeopleColumns(): PeopleColumns {
  const { search, change } = useListAddress()
  const [kept] = useState(() => localStorage.getItem(KEPT))
  const all = useAllColumns()
  const keys = (search.columns ?? kept)?.split(',') ?? DEFAULT
  const byKey = new Map(all.map((column) => [column.key, column]))
  const chosen = keys.flatMap((key) => byKey.get(key) ?? [])
  return {
    all,
    keys,
    shown: [...all.filter((column) => column.fixed), ...chosen.filter((column) => !column.fixed)],
    fieldKeys: keys.filter((key) => fieldOf(key)),
    choose: (next) => {
      const text = (next ?? DEFAULT).join(',')
      if (next) localStorage.setItem(KEPT, text)
      else localStorage.removeItem(KEPT)
      change({ columns: text, offset: search.offset })
    },
  }
}

function useAllColumns(): Column<PersonLine>[] {
  const words = usePeopleWords()
  const lang = useLanguage()
  return useMemo(() => {
    const fieldColumn = (field: Field): Column<PersonLine> => ({
      key: field.key,
      title: field[lang],
      render: (person) => showValue(field, person.fields[field.key], lang),
      ...(sortOf[field.key] ? { sort: field.key } : {}),
      ...(RIGHT.has(field.kind) ? { align: 'right' } : {}),
      ...(field.kind === 'text' || field.kind === 'long' ? { width: TEXT_WIDTH } : {}),
    })
    return [...ownColumns(words), ...catalogue.filter((field) => field.key !== 'name').map(fieldColumn)]
  }, [words, lang])
}
