import { useAct } from '../../../light/ask.ts'
import { Wrong } from '../../kit/notices.tsx'
import { tellDone } from '../../shell/done.ts'
import { useWords } from '../../words/index.ts'

type Props = { question: string; hint: string | null; plain: string; send: (rating: number | null) => Promise<unknown> }

/** The word of whom it was done for: that it was done, and how it was if they like to say. One tap for both. */
export function WordOf({ question, hint, plain, send }: Props) {
  const { visits: words } = useWords()
  const { act, isBusy, wrong } = useAct()
  const say = (rating: number | null) =>
    act(async () => {
      await send(rating)
      tellDone(words.answered)
    })
  return (
    <>
      <p>{question}</p>
      {hint ? <p>{hint}</p> : null}
      <div className="tools">
        {([5, 3, 1] as const).map((score) => (
          <button type="button" key={score} disabled={isBusy} onClick={() => say(score)}>
            {words.scores[score]}
          </button>
        ))}
      </div>
      <button type="button" disabled={isBusy} onClick={() => say(null)}>
        {plain}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
