import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useKitWords } from '../language/words.ts'
import css from './filter-bar.module.css'

type FilterBarProps = {
  /** Offered when some filter is set. */
  onClear?: (() => void) | undefined
  /** At the right: column chooser, export. */
  tools?: ReactNode
  children: ReactNode
}

/** The filters above a list, with one way to be rid of them all. */
export function FilterBar({ onClear, tools, children }: FilterBarProps) {
  const words = useKitWords()
  return (
    <search className={css.bar}>
      {children}
      {onClear ? (
        <Button type="link" onClick={onClear}>
          {words.clearFilters}
        </Button>
      ) : null}
      {tools ? <div className={css.tools}>{tools}</div> : null}
    </search>
  )
}
