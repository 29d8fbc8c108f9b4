import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { AnswerDialog, ObjectDialog } from '../../objections/dialogs.tsx'
import { useObjectionWords } from '../../objections/words.ts'
import { SERVICE, type Star } from '../queries.ts'
import css from '../service.module.css'
import { useStarsWords } from '../words.ts'

type Objection = Star['objections'][number]

/** What was said against a star and what was answered; both stay. */
export function Objections({ star }: { star: Star }) {
  const words = useStarsWords()
  const objection = useObjectionWords()
  const [open, setOpen] = useState<'object' | Objection | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {star.objections.map((one) => (
        <div key={one.id}>
          {one.raisedBy}：{one.words}{' '}
          {one.answer ? (
            <span className={css.sub}>
              {one.isUpheld ? words.upheld : objection.notUpheld} · {one.answer}
            </span>
          ) : null}
          {one.can.answer ? (
            <Button size="small" onClick={() => setOpen(one)}>
              {objection.answer}
            </Button>
          ) : null}
        </div>
      ))}
      {star.can.object ? (
        <Button size="small" onClick={() => setOpen('object')} aria-label={`${objection.object} · ${star.name}`}>
          {objection.object}
        </Button>
      ) : null}
      {open === 'object' ? (
        <ObjectDialog
          title={words.objectTo(star.name)}
          send={(said) => api.stars.objectToStar({ id: star.id, ...said })}
          refresh={SERVICE}
          onClose={close}
        />
      ) : null}
      {open !== null && open !== 'object' ? (
        <AnswerDialog
          objection={open}
          send={api.stars.answerObjection}
          upheld={words.upheld}
          most={500}
          refresh={SERVICE}
          onClose={close}
        />
      ) : null}
    </>
  )
}
