import type { ReactNode } from 'react'
import type { Asked } from '../../light/ask.ts'
import { useWords } from '../words/index.ts'
import { Wrong } from './notices.tsx'

/** What was asked for, or that it is on its way, or why it did not come. */
export function Shown<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const words = useWords()
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (!asked.wrong) return <p role="status">{words.tools.loading}</p>
  return (
    <>
      <Wrong words={asked.wrong.words} />
      <button type="button" onClick={asked.again}>
        {words.tools.again}
      </button>
    </>
  )
}
