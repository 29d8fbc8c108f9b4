import { useState } from 'react'
import type { Column } from './column.ts'

export type ColumnChoice<T> = {
  /** The chosen columns, in the order chosen. */
  shown: Column<T>[]
  keys: string[]
  choose: (keys: string[]) => void
  reset: () => void
}

/** Which columns this reader wants of a list; this browser remembers it under the list's name. */
export function useColumns<T>(name: string, columns: readonly Column<T>[]): ColumnChoice<T> {
  const [kept, setKept] = useState(() => read(name))
  const byDefault = columns.filter((column) => !column.hidden).map((column) => column.key)
  const keys = kept ?? byDefault
  const choose = (next: string[]) => {
    localStorage.setItem(`sangyu.columns.${name}`, next.join(','))
    setKept(next)
  }
  const reset = () => {
    localStorage.removeItem(`sangyu.columns.${name}`)
    setKept(null)
  }
  const shown = columns.filter((column) => column.fixed || keys.includes(column.key))
  return { shown, keys, choose, reset }
}

function read(name: string): string[] | null {
  const kept = localStorage.getItem(`sangyu.columns.${name}`)
  return kept ? kept.split(',') : null
}
