import { useState } from 'react'
import { visitCodeIn } from '#modules/volunteering/codes/visit-code.ts'
import { Scanner } from '../../../camera/scanner.tsx'
import { useLang } from '../../shell/settings.ts'
import { SCAN } from './scan-words.ts'

/** The camera at a neighbour's door. Any other code held up to it is told for what it is not. */
export function Scan({ onCode }: { onCode: (code: string) => void }) {
  const words = SCAN[useLang()]
  const [isOther, setOther] = useState(false)
  const see = (text: string) => {
    const code = visitCodeIn(text)
    setOther(code === undefined)
    if (code) onCode(code)
  }
  return (
    <>
      <Scanner words={words} className="stack" onSeen={see} />
      {isOther ? (
        <p className="card wrong" role="alert">
          {words.other}
        </p>
      ) : null}
    </>
  )
}
