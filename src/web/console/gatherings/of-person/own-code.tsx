import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { api } from '../../../api.ts'
import { ButtonLink } from '../../../ui/control/button-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import { GATHERINGS } from '../queries.ts'
import { useCardWords } from '../words.ts'

/** Whether somebody has a card, and the way to print it or to make it worthless. */
export function OwnCode({ id }: { id: string }) {
  const words = useCardWords()
  const times = useTimes()
  const code = useQuery({
    queryKey: [...GATHERINGS, 'code', id],
    queryFn: () => api.personCodes.readCode({ id }),
  })
  const revoke = useAct(() => api.personCodes.revokeCode({ id }), { said: words.revoked, refresh: [GATHERINGS] })
  const acts = (
    <>
      {code.data?.issuedAt ? (
        <Popconfirm title={words.revokeSure} onConfirm={() => revoke.mutate()}>
          <Button loading={revoke.isPending}>{words.revoke}</Button>
        </Popconfirm>
      ) : null}
      <ButtonLink to="/people/$id/code-card" params={{ id }}>
        {words.printOne}
      </ButtonLink>
    </>
  )
  return (
    <Section title={words.own} actions={acts}>
      <Answer query={code} lines={1}>
        {({ issuedAt }) => <p>{issuedAt ? words.since(times.day(issuedAt)) : words.noCard}</p>}
      </Answer>
      <ErrorNotice error={revoke.error} />
    </Section>
  )
}
