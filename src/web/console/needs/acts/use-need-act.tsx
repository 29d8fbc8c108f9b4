import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { NeedAct } from '#modules/volunteering/needs/rules.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { NEEDS, type NeedLine } from '../queries.ts'
import { useNeedsWords } from '../words.ts'
import { ActDialog } from './act-dialog.tsx'
import { ASKS, perform } from './acts.ts'

type Begun = { need: NeedLine; act: NeedAct }

/** Begins an act on a need: done at once, after a question over the page, or on the record where helpers are chosen. */
export function useNeedAct(): { begin: (need: NeedLine, act: NeedAct) => void; around: ReactNode } {
  const words = useNeedsWords()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Begun | null>(null)
  const [last, setLast] = useState<NeedAct>('accept')
  const send = useAct(({ need, act }: Begun) => perform(act, { id: need.id }), {
    said: words.done[last] ?? '',
    refresh: [NEEDS],
  })
  const begin = (need: NeedLine, act: NeedAct) => {
    if (ASKS[act] === 'helper') {
      navigate({ to: '/needs/$id', params: { id: need.id }, hash: 'candidates' }).catch(() => undefined)
    } else if (ASKS[act] === 'nothing') {
      setLast(act)
      send.mutate({ need, act })
    } else setAsking({ need, act })
  }
  const around = (
    <>
      <ErrorNotice error={send.error} />
      {asking ? <ActDialog need={asking.need} act={asking.act} onClose={() => setAsking(null)} /> : null}
    </>
  )
  return { begin, around }
}
