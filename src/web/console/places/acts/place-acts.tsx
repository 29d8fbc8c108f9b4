import { Button } from 'antd'
import { useState } from 'react'
import { levelWords } from '#modules/places/words.ts'
import { useSay } from '../../../ui/language/language.ts'
import type { PlaceRecord } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { AbolishPlace } from './abolish-place.tsx'
import { AddPlace, type NewLevel } from './add-place.tsx'
import { LocatePlace } from './locate-place.tsx'
import { RenamePlace } from './rename-place.tsx'

type Act = 'rename' | 'locate' | 'abolish' | { add: NewLevel }

/** What the reader may do with this place, by the answer's own `can`. */
export function PlaceActs({ place }: { place: PlaceRecord }) {
  const words = usePlacesWords()
  const say = useSay()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const levels = place.can.add.filter((level) => level !== 'county')
  return (
    <>
      {levels.map((level) => (
        <Button key={level} onClick={() => setAct({ add: level })}>
          {words.add(say(levelWords[level]))}
        </Button>
      ))}
      {place.can.change ? (
        <>
          <Button onClick={() => setAct('rename')}>{words.rename}</Button>
          <Button onClick={() => setAct('locate')}>{words.locate}</Button>
        </>
      ) : null}
      {place.can.abolish ? (
        <Button danger onClick={() => setAct('abolish')}>
          {words.abolish}
        </Button>
      ) : null}
      {act === 'rename' ? <RenamePlace place={place} onClose={close} /> : null}
      {act === 'locate' ? <LocatePlace place={place} onClose={close} /> : null}
      {act === 'abolish' ? <AbolishPlace place={place} onClose={close} /> : null}
      {act && typeof act === 'object' ? <AddPlace place={place} level={act.add} onClose={close} /> : null}
    </>
  )
}
