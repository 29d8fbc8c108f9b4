import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { GATHERINGS, type GatheringRecord, type SignUpLine } from '../queries.ts'
import { useGatheringWords } from '../words.ts'
import { GiveWord } from './give-word.tsx'
import css from './record.module.css'

/** What can be done for one who signed up, waits or is invited. */
export function SignUpActs({ record, one }: { record: GatheringRecord; one: SignUpLine }) {
  const words = useGatheringWords()
  const [isAsking, setAsking] = useState(false)
  const ids = { id: record.id, signUpId: one.id }
  const take = useAct(() => api.signUps.takeOffer(ids), { said: words.placeTaken, refresh: [GATHERINGS] })
  const leave = useAct(() => api.signUps.cancelSignUp(ids), { said: words.left, refresh: [GATHERINGS] })
  return (
    <>
      <span className={css.acts}>
        {one.isWaitingForWord && one.strength === 'consent' ? (
          <Button size="small" type="primary" onClick={() => setAsking(true)}>
            {words.giveWord}
          </Button>
        ) : null}
        {one.status === 'offered' ? (
          <Button size="small" type="primary" loading={take.isPending} onClick={() => take.mutate()}>
            {words.take}
          </Button>
        ) : null}
        <Popconfirm title={words.leaveSure(one.name)} onConfirm={() => leave.mutate()}>
          <Button size="small" loading={leave.isPending} aria-label={`${words.leave} · ${one.name}`}>
            {words.leave}
          </Button>
        </Popconfirm>
      </span>
      {isAsking ? <GiveWord gatheringId={record.id} signUp={one} onClose={() => setAsking(false)} /> : null}
      <ErrorNotice error={take.error ?? leave.error} />
    </>
  )
}
