import RightOutlined from '@ant-design/icons/RightOutlined'
import type { ReactNode } from 'react'
import css from './tree.module.css'

type BranchProps = {
  /** Itself; what stands below it, as list items. */
  leaf: ReactNode
  below: readonly ReactNode[]
  isOpen: boolean
  onTwist: () => void
  /** What the twist does, for screen readers. */
  label: string
}

/** One branch of a tree: it twists open where something stands below it. */
export function Branch({ leaf, below, isOpen, onTwist, label }: BranchProps) {
  return (
    <li>
      <div className={css.line}>
        {below.length ? (
          <button type="button" className={css.twist} aria-expanded={isOpen} aria-label={label} onClick={onTwist}>
            <RightOutlined className={isOpen ? css.open : ''} />
          </button>
        ) : (
          <span className={css.twist} />
        )}
        {leaf}
      </div>
      {isOpen && below.length ? <ul className={css.below}>{below}</ul> : null}
    </li>
  )
}
