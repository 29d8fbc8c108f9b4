import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { Waiting } from '../../../ui/feedback/waiting.tsx'
import { DoorFrame } from '../door/door-frame.tsx'
import { useGoingOn } from '../second-factor/use-going-on.ts'
import { useSignInWords } from '../second-factor/words.ts'

/** Where the provider sends people back to: what it said is handed over once, and the address bar forgets it. */
export function IdentityReturnPage() {
  const words = useSignInWords()
  const goOn = useGoingOn(undefined)
  const [query] = useState(() => location.search)
  const finish = useQuery({
    queryKey: ['identity-return', query],
    queryFn: () => api.identity.finishIdentity({ query }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => history.replaceState(null, '', '/identity-return'), [])
  const entered = finish.data
  const go = useRef(goOn)
  useEffect(() => {
    if (entered) go.current(entered)
  }, [entered])
  return (
    <DoorFrame title={words.identityReturn} lead={words.identityReturnLead}>
      {finish.isPending ? <Waiting lines={2} /> : null}
      <ErrorNotice error={finish.error} />
      {finish.isError ? (
        <p style={{ marginTop: 16 }}>
          <Link to="/sign-in">{words.backToSignIn}</Link>
        </p>
      ) : null}
    </DoorFrame>
  )
}
