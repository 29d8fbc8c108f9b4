import { Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { BANK, type Item } from '../queries.ts'
import { useBankWords } from '../words.ts'
import css from './item-picture.module.css'
import { shrunkPicture } from './shrink-picture.ts'

/** What an elder sees of an item; kept at once, beside the form. */
export function ItemPicture({ item }: { item: Item }) {
  const words = useBankWords()
  const input = useRef<HTMLInputElement>(null)
  /** How often it was changed here, so that the browser asks for the new one; none where nothing hangs. */
  const [shown, setShown] = useState<number | null>(item.hasPicture ? 0 : null)
  const [isBad, setBad] = useState(false)
  const put = useAct(
    async (file: File) => {
      const bytes = await shrunkPicture(file)
      setBad(bytes === null)
      if (bytes) await api.bankPictures.putItemPicture({ id: item.id, bytes })
      return bytes !== null
    },
    { refresh: [BANK], onDone: (isPut) => isPut && setShown((shown ?? 0) + 1) },
  )
  const remove = useAct(() => api.bankPictures.removeItemPicture({ id: item.id }), {
    said: words.pictureRemoved,
    refresh: [BANK],
    onDone: () => setShown(null),
  })
  return (
    <Form.Item label={words.picture} extra={words.pictureHint}>
      {shown === null ? null : (
        <img
          className={css.picture}
          src={`/api/bank/items/${item.id}/picture?v=${shown}`}
          alt={words.pictureOf(item.name)}
        />
      )}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        // Within a form antd shows file boxes again, hidden or not.
        style={{ display: 'none' }}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) put.mutate(file)
          event.target.value = ''
        }}
      />
      <span className={css.acts}>
        <Button loading={put.isPending} onClick={() => input.current?.click()}>
          {shown === null ? words.putPicture : words.changePicture}
        </Button>
        {shown === null ? null : (
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            {words.removePicture}
          </Button>
        )}
        <span role="status">{shown ? words.pictureSaved : ''}</span>
      </span>
      {isBad ? <p role="alert">{words.pictureBad}</p> : null}
      <ErrorNotice error={put.error ?? remove.error} />
    </Form.Item>
  )
}
