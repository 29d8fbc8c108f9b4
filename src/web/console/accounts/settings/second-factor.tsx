import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { queries } from '../../../queries.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { meQuery } from '../../shell/session/me.ts'
import { Enrolment } from '../second-factor/enrolment.tsx'
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx'
import { useSignInWords } from '../second-factor/words.ts'

const KEY = ['my-second-factor']

/** My authenticator: whether there is one, another telephone, other recovery codes. */
export function SecondFactor() {
  const words = useSignInWords()
  const times = useTimes()
  const mine = useQuery({ queryKey: KEY, queryFn: () => api.secondFactor.mySecondFactor() })
  const [isBinding, setBinding] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const show = ({ recoveryCodes }: { recoveryCodes: string[] }) => {
    setBinding(false)
    setCodes(recoveryCodes)
    for (const queryKey of [KEY, meQuery.queryKey]) queries.invalidateQueries({ queryKey }).catch(() => undefined)
  }
  const renew = useAct(() => api.secondFactor.renewRecoveryCodes(), { said: words.codesRenewed, onDone: show })
  return (
    <Section title={words.authenticator} note={words.authenticatorNote}>
      <Answer query={mine}>
        {({ enrolledAt, recoveryCodesLeft }) => (
          <>
            <Facts
              items={[
                {
                  label: words.state,
                  value: enrolledAt ? words.enrolledAt(times.minute(enrolledAt)) : words.notEnrolled,
                },
                ...(enrolledAt ? [{ label: words.recoveryCodes, value: words.codesLeft(recoveryCodesLeft) }] : []),
              ]}
            />
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 }}>
              <Button onClick={() => setBinding(true)}>{enrolledAt ? words.rebind : words.bindNow}</Button>
              {enrolledAt ? (
                <Button loading={renew.isPending} onClick={() => renew.mutate()}>
                  {words.renewCodes}
                </Button>
              ) : null}
            </div>
          </>
        )}
      </Answer>
      <ErrorNotice error={renew.error} />
      <Modal title={words.enrol} open={isBinding} footer={null} onCancel={() => setBinding(false)} destroyOnHidden>
        <Enrolment onDone={show} />
      </Modal>
      <Modal title={words.keepCodes} open={codes !== null} footer={null} closable={false} destroyOnHidden>
        <p style={{ marginBottom: 16 }}>{words.keepCodesLead}</p>
        <RecoveryCodes codes={codes ?? []} doneLabel={words.kept} onDone={() => setCodes(null)} />
      </Modal>
    </Section>
  )
}
