import { useEffect, useState } from 'react'
import { useAct } from '../../../light/ask.ts'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellAgain, tellDone, type Undo, useDone } from '../../shell/done.ts'
import { goOn } from '../../shell/router.ts'
import { useVisitor } from '../../shell/visitor.ts'
import { useWords } from '../../words/index.ts'
import type { Words } from '../../words/zh.ts'

type Redemption = { id: string; undoSeconds: number }

/** Takes a redemption back. Who still looks at its code is led to the points; who went elsewhere stays there. */
export function undoOf(personId: string, { id, undoSeconds }: Redemption, { shop }: Words): Undo {
  const work = async () => {
    await api.bank.undoMyRedemption({ personId, id })
    tellDone(shop.undone)
    goOn(`/redemptions/${id}`, '/points')
  }
  return { work, hint: shop.undoHint, seconds: undoSeconds, about: id }
}

/** A page does not wait longer than this, nor does a notice push it away under a finger afterwards. */
const PATIENCE_MS = 1500

/** The ten minutes are the server's: after a reload what can still be taken back is said again, before the page is drawn. True once that is known. */
export function useUndoable(personId: string | undefined): boolean {
  const words = useWords()
  const [known, setKnown] = useState<string | undefined>()
  useEffect(() => {
    if (!personId) return
    let isOver = false
    const end = () => {
      isOver = true
      setKnown(personId)
    }
    const timer = setTimeout(end, PATIENCE_MS)
    api.bank.myBank({ personId }).then(
      ({ waiting }) => {
        const last = waiting.find(({ undoSeconds }) => undoSeconds > 0)
        if (last && !isOver) tellAgain(words.shop.done(last.item), undoOf(personId, last, words))
        if (!isOver) end()
      },
      // The page that was asked for says itself what is wrong.
      () => {
        if (!isOver) end()
      },
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each person; another language alone says nothing anew
  }, [personId])
  return known === personId
}

/** Where a redemption is shown, unless the notice above offers the same. */
export function UndoButton({ redemption }: { redemption: Redemption }) {
  const words = useWords()
  const { personId } = useVisitor().person
  const { act, isBusy, wrong } = useAct()
  const isOffered = useDone()?.undo?.about === redemption.id
  if (isOffered || redemption.undoSeconds <= 0) return null
  return (
    <>
      <button type="button" onClick={() => act(() => undoOf(personId, redemption, words).work())} disabled={isBusy}>
        {words.tools.undo}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
