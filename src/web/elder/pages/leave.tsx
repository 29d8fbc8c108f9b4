import { useAct } from '../../light/ask.ts'
import { Wrong } from '../kit/notices.tsx'
import { api } from '../shell/api.ts'
import { useWords } from '../words/index.ts'

export function Leave() {
  const { home } = useWords()
  const { act, isBusy, wrong } = useAct()
  const leave = () =>
    act(async () => {
      await api.sessions.signOut()
      window.location.assign('/elder')
    })
  return (
    <>
      <button type="button" onClick={leave} disabled={isBusy}>
        {home.leave}
      </button>
      <Wrong words={wrong} />
    </>
  )
}
