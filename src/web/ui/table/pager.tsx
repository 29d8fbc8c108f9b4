import { Button } from 'antd'
import { useKitWords } from '../language/words.ts'
import css from './pager.module.css'

type PagerProps = {
  total: number
  offset: number
  limit: number
  onTurn: (offset: number) => void
  onLimit?: (limit: number) => void
}

const SIZES = [20, 50, 100, 200]

/** The count, when there is anything to count; turning pages, when there is more than one. */
export function Pager({ total, offset, limit, onTurn, onLimit }: PagerProps) {
  const words = useKitWords()
  if (!total) return null
  const pages = Math.max(1, Math.ceil(total / limit))
  const page = Math.floor(offset / limit) + 1
  return (
    <div className={css.pager} role="group" aria-label={words.pager}>
      <span className={css.total}>{words.total(total)}</span>
      {onLimit ? (
        <label className={css.size}>
          <span className="visually-hidden">{words.perPageLabel}</span>
          <select value={limit} onChange={(event) => onLimit(Number(event.target.value))}>
            {[...new Set([...SIZES, limit])].map((size) => (
              <option key={size} value={size}>
                {words.perPage(size)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {pages > 1 ? (
        <span className={css.turn}>
          <Button disabled={page <= 1} onClick={() => onTurn(Math.max(0, offset - limit))}>
            {words.previous}
          </Button>
          <span>{words.page(page, pages)}</span>
          <Button disabled={page >= pages} onClick={() => onTurn(offset + limit)}>
            {words.next}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
