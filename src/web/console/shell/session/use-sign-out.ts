import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'

/** Ends the session and forgets everything read in it: the next person at this computer starts from nothing. */
export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAct(() => api.sessions.signOut(), {
    onDone: () => {
      client.clear()
      navigate({ to: '/sign-in' }).catch(() => location.assign('/sign-in'))
    },
  })
}
