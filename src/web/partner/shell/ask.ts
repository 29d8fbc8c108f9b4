import { useCallback, useEffect, useState } from 'react'
import { Refused } from '#platform/client.ts'
import type { Bilingual } from '#platform/words.ts'

export type Asked<T> = { data: T | undefined; wrong: Refused | undefined; again: () => void }

const refusedBy = (error: unknown): Refused => (error instanceof Refused ? error : new Refused(500, {}))

/** Asks when the page is new and again when told; what came before stays until the new answer is there. */
export function useAsk<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<{ data?: T; wrong?: Refused }>({})
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const watch = { isOver: false }
    const take = (next: { data?: T; wrong?: Refused }) => {
      if (!watch.isOver) setAnswer(next)
    }
    ask().then(
      (data) => take({ data }),
      (error: unknown) => take({ wrong: refusedBy(error) }),
    )
    return () => {
      watch.isOver = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what is asked; the function is new at every drawing
  }, [key, turn])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  return { data: answer.data, wrong: answer.wrong, again }
}

type Acting = { isBusy: boolean; wrong: Bilingual | undefined; act: (work: () => Promise<void>) => void }

/** One act at a time, and its refusal in words. */
export function useAct(): Acting {
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Bilingual | undefined>(undefined)
  const act = (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setWrong(undefined)
    const end = (said?: Bilingual) => {
      setWrong(said)
      setBusy(false)
    }
    work().then(
      () => end(),
      (error: unknown) => end(refusedBy(error).words),
    )
  }
  return { isBusy, wrong, act }
}
