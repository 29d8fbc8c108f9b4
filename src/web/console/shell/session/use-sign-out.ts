import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'

/** Ends the session and loads the door anew: nothing that was read in it stays in the page for the next person at this computer. */
export function useSignOut() {
  return useAct(() => api.sessions.signOut(), { onDone: () => location.assign('/sign-in') })
}
