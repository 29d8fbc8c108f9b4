import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App } from 'antd'
import type { Me } from '../../shell/session/me.ts'
import { pageOfStage } from './stage-page.ts'
import { useSignInWords } from './words.ts'

type Entered = { stage: Me['stage']; endedElsewhere: number }

/** Leads on after a step of signing in: to the next step, or to where one wanted to go; says so when it ended a session elsewhere. */
export function useGoingOn(to: string | undefined): (entered: Entered) => void {
  const words = useSignInWords()
  const client = useQueryClient()
  const router = useRouter()
  const { notification } = App.useApp()
  return ({ stage, endedElsewhere }) => {
    client.clear()
    if (endedElsewhere > 0) notification.warning({ title: words.endedElsewhere(endedElsewhere), duration: 12 })
    router.history.push(pageOfStage(stage, to))
  }
}
