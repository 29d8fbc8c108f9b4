import { useState } from 'react'
import { useWords } from '../words/index.ts'
import { applyLanguage, applySize, SIZES, useLang, useSize } from './settings.ts'
import { readAloud } from './speech.ts'

/** At the head of every page: read aloud, larger, the other language, and whom to ring. */
export function Tools({ phone }: { phone: string | null }) {
  const words = useWords()
  const lang = useLang()
  const size = useSize()
  const [voice, setVoice] = useState<'silent' | 'reading' | 'unable'>('silent')
  const read = () => {
    const now = readAloud(lang)
    setVoice(now === 'stopped' ? 'silent' : now)
  }
  const grow = () => applySize(SIZES[(SIZES.indexOf(size) + 1) % SIZES.length])
  return (
    <header>
      <div className="tools">
        <button type="button" onClick={read} aria-pressed={voice === 'reading'}>
          {voice === 'reading' ? words.tools.stop : words.tools.read}
        </button>
        <button type="button" onClick={grow}>
          {words.tools.size}
        </button>
        <button
          type="button"
          onClick={() => applyLanguage(lang === 'zh' ? 'en' : 'zh')}
          lang={lang === 'zh' ? 'en' : 'zh'}
        >
          {words.tools.language}
        </button>
        {phone ? (
          <a className="button" href={`tel:${phone}`}>
            {words.tools.call}
          </a>
        ) : null}
      </div>
      {voice === 'unable' ? (
        <p className="card notice" role="alert">
          {words.tools.unable}
        </p>
      ) : null}
    </header>
  )
}

export function Foot({ phone, community }: { phone: string | null; community: string | null }) {
  const words = useWords()
  return (
    <footer>
      {phone ? (
        <>
          <p>{words.tools.ring}</p>
          <a className="button" href={`tel:${phone}`}>
            {words.tools.callTo(community ?? words.name)} {phone}
          </a>
        </>
      ) : (
        <p>{words.tools.noPhone}</p>
      )}
    </footer>
  )
}
