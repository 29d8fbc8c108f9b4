import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, QRCode } from 'antd'
import { api } from '../../../api.ts'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { CodeField } from './code-field.tsx'
import css from './second-factor.module.css'
import { useSignInWords } from './words.ts'

export type Finished = Awaited<ReturnType<typeof api.secondFactor.finishEnrolment>>

/** The three steps of setting up an authenticator. The code is drawn here: the key goes nowhere but to the telephone. */
export function Enrolment({ onDone }: { onDone: (finished: Finished) => void }) {
  const words = useSignInWords()
  const { message } = App.useApp()
  const begun = useQuery({
    queryKey: ['enrolment'],
    queryFn: () => api.secondFactor.beginEnrolment(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const finish = useAct(({ code }: { code: string }) => api.secondFactor.finishEnrolment({ code }), { onDone })
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    message.success(words.copied).then(undefined, () => undefined)
  }
  return (
    <Answer query={begun}>
      {({ seed, address }) => (
        <Form layout="vertical" size="large" onFinish={finish.mutate}>
          <ol className={css.steps}>
            <li>{words.stepApp}</li>
            <li>
              {words.stepScan}
              <div className={css.key}>
                <div className={css.qr}>
                  <QRCode
                    aria-label={words.qr}
                    value={address}
                    type="svg"
                    size={176}
                    errorLevel="M"
                    color="#000"
                    bgColor="#fff"
                  />
                </div>
                <div className={css.typed}>
                  <p className={css.label}>{words.seed}</p>
                  <code className={css.seed}>{seed.match(/.{1,4}/g)?.join(' ')}</code>
                  <Button size="small" onClick={() => copy(seed).catch(() => undefined)}>
                    {words.copySeed}
                  </Button>
                </div>
              </div>
            </li>
            <li>
              {words.stepCode}
              <CodeField label={words.code} isDigits />
            </li>
          </ol>
          <ErrorNotice error={finish.error} />
          <Button type="primary" htmlType="submit" block loading={finish.isPending} style={{ marginTop: 16 }}>
            {words.bind}
          </Button>
        </Form>
      )}
    </Answer>
  )
}
