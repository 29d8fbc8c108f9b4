import { useCallback, useEffect, useState } from 'react'
import { Refused } from '#platform/client.ts'
import type { Bilingual } from '#platform/words.ts'

export type Asked<T> = { data: T | undefined; wrong: Refused | undefined; again: () => void }

const own = (error: unknown): Refused => (error instanceof Refused ? error : new Refused(500, {}))

/** Asks once for each key; what came before stays on the page until the new answer is there. */
export function useAsk<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<{ key: string; data?: T; wrong?: Refused }>({ key })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isOver = false
    ask().then(
      (data) => {
        if (!isOver) setState({ key, data })
      },
      (error: unknown) => {
        if (!isOver) setState({ key, wrong: own(error) })
      },
    )
    return () => {
      isOver = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what is asked; the function is new at every drawing
  }, [key, turn])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const isHere = state.key === key
  return { data: isHere ? state.data : undefined, wrong: isHere ? state.wrong : undefined, again }
}

/** An act: done once however often the finger comes down, and what was refused is said in words. */
export function useAct(): { isBusy: boolean; wrong: Bilingual | undefined; act: (work: () => Promise<void>) => void } {
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Bilingual | undefined>(undefined)
  const act = (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setWrong(undefined)
    work()
      .catch((error: unknown) => setWrong(own(error).words))
      .finally(() => setBusy(false))
  }
  return { isBusy, wrong, act }
}
