import { useWords } from '../words/index.ts'
import { applyLanguage, applySize, SIZES, useLang, useSize } from './settings.ts'
import { pressRead, useVoice } from './voice.ts'

/** At the head of every page: read aloud, larger, the other language, and whom to ring. */
export function Tools({ phone }: { phone: string | null }) {
  const words = useWords()
  const lang = useLang()
  const size = useSize()
  const voice = useVoice()
  const read = {
    silent: words.tools.read,
    unable: words.tools.read,
    reading: words.tools.stop,
    stopped: words.tools.readOn,
  }
  const grow = () => applySize(SIZES[(SIZES.indexOf(size) + 1) % SIZES.length])
  return (
    <header>
      <div className="tools">
        <button type="button" onClick={() => pressRead(lang)}>
          {read[voice]}
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

/** Whom one can ring; null is the house itself. */
export type ToRing = { where: string | null; phone: string }
/** `numbers`: undefined while nobody knows yet whether there are any. */
type FootProps = { numbers: readonly ToRing[] | undefined; isDoor: boolean }

export function Foot({ numbers, isDoor }: FootProps) {
  const { name, tools } = useWords()
  if (!numbers) return <footer />
  if (numbers.length === 0)
    return (
      <footer>
        <p>{tools.noPhone}</p>
      </footer>
    )
  return (
    <footer>
      <p>{isDoor ? tools.ringDoor : tools.ring}</p>
      {numbers.map(({ where, phone }) => (
        <a className="button" href={`tel:${phone}`} key={where}>
          <span>
            {tools.callTo(where ?? name)} <span style={{ whiteSpace: 'nowrap' }}>{phone}</span>
          </span>
        </a>
      ))}
    </footer>
  )
}
