import type { ReactNode } from 'react'
import type { Asked } from '../../light/ask.ts'
import { useWords } from '../shell/words.ts'
import { Wrong } from '../shell/wrong.tsx'

/** What was asked for, or that it is on its way, or why it did not come. */
export function Shown<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const word = useWords()
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (!asked.wrong) return <p role="status">{word('loading')}</p>
  return (
    <>
      <Wrong words={asked.wrong.words} />
      <button type="button" onClick={asked.again}>
        {word('again')}
      </button>
    </>
  )
}
