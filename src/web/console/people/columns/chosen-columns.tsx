import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined'
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined'
import { IconButton } from '../../../ui/control/icon-button.tsx'
import { usePeopleWords } from '../words.ts'
import css from './column-choice.module.css'
import type { PeopleColumns } from './use-people-columns.tsx'

/** The columns in use, in their order; each can be moved by keyboard as well. */
export function ChosenColumns({ columns }: { columns: PeopleColumns }) {
  const words = usePeopleWords()
  const chosen = columns.shown.filter((column) => !column.fixed)
  const swap = (at: number, other: number) => {
    const keys = chosen.map(({ key }) => key)
    const [a, b] = [keys[at], keys[other]]
    if (a === undefined || b === undefined) return
    columns.choose(keys.with(at, b).with(other, a))
  }
  return (
    <section className={css.chosen} aria-label={words.chosenColumns}>
      <h3 className={css.title}>{words.chosenColumns}</h3>
      <ol className={css.order}>
        {chosen.map(({ key, title }, at) => (
          <li key={key}>
            <span className={css.name}>{title}</span>
            <IconButton
              label={words.moveUp(title)}
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              onClick={() => swap(at, at - 1)}
            />
            <IconButton
              label={words.moveDown(title)}
              icon={<ArrowDownOutlined />}
              disabled={at === chosen.length - 1}
              onClick={() => swap(at, at + 1)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
