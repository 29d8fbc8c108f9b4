import { useEffect, useState } from 'react'
import type { contract } from '#modules/volunteering/bank/own/contract.ts'
import type { Answered } from '#platform/contract.ts'
import { useAct } from '../../../light/ask.ts'
import { Wrong } from '../../kit/notices.tsx'
import { api } from '../../shell/api.ts'
import { tellAgain, tellDone, type Undo, useDone } from '../../shell/done.ts'
import { goOn } from '../../shell/router.ts'
import { useWords } from '../../words/index.ts'
import type { Words } from '../../words/zh.ts'

type Bank = Answered<typeof contract.myBank>
type Redemption = { id: string; undoSeconds: number }
type Given = Pick<Bank['given'][number], 'id' | 'kind' | 'undoSeconds'>

/** Takes a redemption back. Who still looks at its code is led to the points; who went elsewhere stays there. */
export function undoOf(personId: string, { id, undoSeconds }: Redemption, { shop }: Words): Undo {
  const work = async () => {
    await api.bank.undoMyRedemption({ personId, id })
    tellDone(shop.undone)
    goOn(`/redemptions/${id}`, '/points')
  }
  return { work, hint: shop.undoHint, seconds: undoSeconds, about: id }
}

/** Takes a gift or donation back, while what was given is still there. */
export function undoGivenOf(personId: string, { id, kind, undoSeconds }: Given, { giving }: Words): Undo {
  const work = async () => {
    await api.bank.undoMyGift({ personId, id })
    tellDone(giving.undone)
  }
  return { work, hint: kind === 'gift' ? giving.giftHint : giving.donationHint, seconds: undoSeconds, about: id }
}

/** What was given to whom, as it was said when it was done. */
export function givenIn(
  { kind, points, taker }: Pick<Bank['given'][number], 'kind' | 'points' | 'taker'>,
  { giving }: Words,
): string {
  return kind === 'gift' ? giving.gave(points, taker ?? giving.family) : giving.donated(points)
}

type Offer = { words: string; undo: Undo }

/** The latest act that can still be taken back: it has the most time left. */
function latestOf(personId: string, { waiting, given }: Bank, words: Words): Offer | undefined {
  const offers = [
    ...waiting.map((one) => ({ words: words.shop.done(one.item), undo: undoOf(personId, one, words) })),
    ...given.map((one) => ({ words: givenIn(one, words), undo: undoGivenOf(personId, one, words) })),
  ]
  const left = ({ undo }: Offer) => undo.seconds ?? 0
  return offers.filter((one) => left(one) > 0).sort((one, other) => left(other) - left(one))[0]
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
      (bank) => {
        const last = latestOf(personId, bank, words)
        if (last && !isOver) tellAgain(last.words, last.undo)
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

/** Where what was done is shown, unless the notice above offers the same. */
export function UndoButton({ undo }: { undo: Undo }) {
  const words = useWords()
  const { act, isBusy, wrong } = useAct()
  const isOffered = useDone()?.undo?.about === undo.about
  if (isOffered || (undo.seconds ?? 0) <= 0) return null
  return (
    <>
      <button type="button" onClick={() => act(() => undo.work())} disabled={isBusy}>
        {words.tools.undo}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
