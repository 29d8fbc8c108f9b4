import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { DoorFrame } from '../door/door-frame.tsx'
import { Enrolment, type Finished } from './enrolment.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useGoingOn } from './use-going-on.ts'
import { useSignInWords } from './words.ts'

const route = getRouteApi('/enrolment')

/** The county asks for a second factor and this account has none yet: it is set up before anything else opens. */
export function EnrolmentPage() {
  const words = useSignInWords()
  const { to } = route.useSearch()
  const goOn = useGoingOn(to)
  const [finished, setFinished] = useState<Finished>()
  if (finished)
    return (
      <DoorFrame title={words.keepCodes} lead={words.keepCodesLead}>
        <RecoveryCodes codes={finished.recoveryCodes} doneLabel={words.kept} onDone={() => goOn(finished)} />
      </DoorFrame>
    )
  return (
    <DoorFrame title={words.enrol} lead={words.enrolLead}>
      <Enrolment onDone={setFinished} />
    </DoorFrame>
  )
}
