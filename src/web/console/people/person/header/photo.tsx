import { Button } from 'antd'
import { useId } from 'react'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { PEOPLE, type PersonRecord } from '../../queries.ts'
import { usePersonWords } from '../../words.ts'
import css from './photo.module.css'
import { photoAddress } from './photo-address.ts'

/** The photograph, and where one may: changing it or taking it down. */
export function Photo({ person }: { person: PersonRecord }) {
  const words = usePersonWords()
  const { id, name, hasPhoto } = person
  const set = useAct(
    async (file: File) => api.record.setPhoto({ id, bytes: new Uint8Array(await file.arrayBuffer()) }),
    {
      said: words.saved,
      refresh: [PEOPLE],
    },
  )
  const remove = useAct(() => api.record.removePhoto({ id }), { said: words.saved, refresh: [PEOPLE] })
  if (!hasPhoto && !person.can.change) return null
  return (
    <div className={css.photo}>
      {hasPhoto ? <img src={photoAddress(person)} alt={words.photoOf(name)} className={css.picture ?? ''} /> : null}
      {person.can.change ? (
        <div className={css.acts}>
          <PhotoInput label={hasPhoto ? words.changePhoto : words.addPhoto} onFile={(file) => set.mutate(file)} />
          {hasPhoto ? (
            <Button size="small" loading={remove.isPending} onClick={() => remove.mutate()}>
              {words.removePhoto}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ErrorNotice error={set.error ?? remove.error} />
    </div>
  )
}

function PhotoInput({ label, onFile }: { label: string; onFile: (file: File) => void }) {
  const id = useId()
  return (
    <label htmlFor={id} className={css.choose}>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png"
        className="visually-hidden"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      {label}
    </label>
  )
}
