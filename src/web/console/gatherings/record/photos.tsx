import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useRef } from 'react'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import { type GatheringRecord, photosQuery } from '../queries.ts'
import { useGatheringWords } from '../words.ts'
import css from './record.module.css'

/** Pictures of the day; who does not work with people sees how many there are. */
export function Photos({ record }: { record: GatheringRecord }) {
  const words = useGatheringWords()
  const input = useRef<HTMLInputElement>(null)
  const photos = useQuery(photosQuery(record.id))
  const refresh = [photosQuery(record.id).queryKey]
  const add = useAct(
    async (file: File) =>
      api.gatheringPhotos.addGatheringPhoto({ id: record.id, bytes: new Uint8Array(await file.arrayBuffer()) }),
    { said: words.photoAdded, refresh },
  )
  const remove = useAct((photoId: string) => api.gatheringPhotos.removeGatheringPhoto({ id: record.id, photoId }), {
    said: words.takenDown,
    refresh,
  })
  const button = photos.data?.can.add ? (
    <>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) add.mutate(file)
          event.target.value = ''
        }}
      />
      <Button loading={add.isPending} onClick={() => input.current?.click()}>
        {words.addPhoto}
      </Button>
    </>
  ) : null
  return (
    <Section title={words.photos} actions={button}>
      <Answer query={photos} lines={2}>
        {({ items, can }) => {
          if (!items.length) return <p className={css.sub}>{words.noPhotos}</p>
          if (!can.see) return <p className={css.sub}>{words.noPhotosSeen(items.length)}</p>
          const take = can.add ? (photoId: string) => remove.mutate(photoId) : undefined
          return (
            <ul className={css.photos}>
              {items.map((photo, at) => (
                <PhotoItem key={photo.id} gatheringId={record.id} photo={photo} number={at + 1} onTakeDown={take} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <ErrorNotice error={add.error ?? remove.error} />
    </Section>
  )
}

type Photo = Awaited<ReturnType<typeof api.gatheringPhotos.listGatheringPhotos>>['items'][number]
type PhotoItemProps = {
  gatheringId: string
  photo: Photo
  number: number
  onTakeDown: ((photoId: string) => void) | undefined
}

function PhotoItem({ gatheringId, photo, number, onTakeDown }: PhotoItemProps) {
  const words = useGatheringWords()
  const times = useTimes()
  const name = words.photoOf(number)
  return (
    <li>
      <img src={`/api/gatherings/${gatheringId}/photos/${photo.id}`} alt={photo.caption ?? name} loading="lazy" />
      <span className={css.sub}>
        {times.minute(photo.addedAt)} {photo.by}
      </span>
      {onTakeDown ? (
        <Popconfirm title={words.takeDownSure} onConfirm={() => onTakeDown(photo.id)}>
          <Button size="small" aria-label={`${words.takeDown} · ${name}`}>
            {words.takeDown}
          </Button>
        </Popconfirm>
      ) : null}
    </li>
  )
}
