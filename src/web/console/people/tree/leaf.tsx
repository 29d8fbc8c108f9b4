import css from '../../../ui/tree/tree.module.css'

type LeafProps = { name: string; title?: string; count: number; isChosen: boolean; onChoose: () => void }

/** One place or unit with its people; choosing it again lets it go. */
export function Leaf({ name, title, count, isChosen, onChoose }: LeafProps) {
  return (
    <button
      type="button"
      className={isChosen ? css.chosen : css.leaf}
      aria-pressed={isChosen}
      title={title ?? name}
      onClick={onChoose}
    >
      <span className={css.name}>{name}</span>
      <span className={css.count}>{count || ''}</span>
    </button>
  )
}
