import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import { Button } from 'antd'
import { api } from '../../../api.ts'
import { IconButton } from '../../../ui/control/icon-button.tsx'
import { Mark } from '../../../ui/control/mark.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { type SavedView, viewsQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { searchOf } from './view-definition.ts'
import css from './views.module.css'

type ViewListProps = {
  views: readonly SavedView[]
  current: SavedView | undefined
  onSave: () => void
  onOpened: () => void
}

export function ViewList({ views, current, onSave, onOpened }: ViewListProps) {
  const words = usePeopleWords()
  const { open, search } = useListAddress()
  const remove = useAct((id: string) => api.search.removeView({ id }), {
    said: words.viewRemoved,
    refresh: [viewsQuery.queryKey],
  })
  const show = (next: Parameters<typeof open>[0]) => {
    open(next)
    onOpened()
  }
  return (
    <div className={css.menu}>
      <ul className={css.views} aria-label={words.views}>
        <li>
          <button
            type="button"
            className={current ? css.view : css.here}
            onClick={() => show({ columns: search.columns })}
          >
            {words.everybody}
          </button>
        </li>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className={view.id === current?.id ? css.here : css.view}
              onClick={() => show(searchOf(view))}
            >
              {view.name} {view.isDefault ? <Mark tone="brand">{words.isDefault}</Mark> : null}{' '}
              {view.isShared ? <Mark>{view.isMine ? words.isShared : words.sharedByOther}</Mark> : null}
            </button>
            {view.isMine ? (
              <IconButton
                label={words.removeView(view.name)}
                icon={<DeleteOutlined />}
                onClick={() => remove.mutate(view.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <ErrorNotice error={remove.error} />
      <Button onClick={onSave}>{words.saveView}</Button>
    </div>
  )
}
