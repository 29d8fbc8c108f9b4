import { useState } from 'react'
import type { Bilingual } from '#platform/words.ts'
import { useAct } from '../../light/ask.ts'
import { type Done, forgetDone } from '../shell/done.ts'
import { useLang } from '../shell/settings.ts'
import { useWords } from '../words/index.ts'

/** What was refused, in words, where one is looking. */
export function Wrong({ words }: { words: Bilingual | undefined }) {
  const lang = useLang()
  if (!words) return null
  return (
    <p className="card wrong" role="alert">
      {words[lang]}
    </p>
  )
}

export function DoneNotice({ done }: { done: Done }) {
  const words = useWords()
  const { act, isBusy, wrong } = useAct()
  const [shownAt] = useState(() => Date.now())
  const undo = shownAt < done.until ? done.undo : undefined
  const takeBack = () =>
    act(async () => {
      await undo?.work()
      forgetDone(done)
    })
  return (
    <section className="card notice stack" role="status">
      <p>
        <strong>{done.words}</strong>
      </p>
      {undo ? (
        <>
          <p>{undo.hint ?? words.tools.undoHint}</p>
          <button type="button" onClick={takeBack} disabled={isBusy}>
            {words.tools.undo}
          </button>
        </>
      ) : null}
      <Wrong words={wrong} />
      <button type="button" onClick={() => forgetDone(done)}>
        {words.tools.yes}
      </button>
    </section>
  )
}
