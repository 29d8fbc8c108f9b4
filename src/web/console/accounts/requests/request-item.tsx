import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { roleWords } from '#modules/accounts/words.ts'
import { api } from '../../../api.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useTimes } from '../../../ui/language/times.ts'
import type { HandedOver } from '../list/hand-over.tsx'
import { ACCOUNTS, type RequestLine } from '../queries.ts'
import { useAccountsWords } from '../words.ts'
import css from './requests.module.css'
import { useAdministrationWords } from './words.ts'

type RequestItemProps = { request: RequestLine; onApproved: (handed: HandedOver) => void }

/** A request as it is decided: who, as what or for what, where, why, who asked, and who else could be the same person. */
export function RequestItem({ request, onApproved }: RequestItemProps) {
  const words = useAdministrationWords()
  const accounts = useAccountsWords()
  const say = useSay()
  const times = useTimes()
  const { account, samePerson, sameName } = request
  const { enumerate } = usePunctuation()
  const where = request.areas.length ? enumerate(request.areas.map(({ name }) => name)) : words.officeArea
  return (
    <li className={css.request}>
      <div>
        <p>
          <strong>{account.name}</strong> {account.login}
          {account.mobileTail ? ` · ${words.mobileTail(account.mobileTail)}` : ''}
        </p>
        {request.role ? (
          <p>
            {say(roleWords[request.role])} · {where} ·{' '}
            {request.until ? words.untilDay(times.day(request.until)) : accounts.forever}
          </p>
        ) : (
          <p>{words.kinds[request.kind]}</p>
        )}
        {request.identity ? (
          <p>
            {words.subject} {request.identity.subject} · {request.identity.issuer}
          </p>
        ) : null}
        <p className={css.more}>{words.reasonOf(request.reason)}</p>
        <p className={css.more}>{words.askedBy(request.requestedBy, times.minute(request.requestedAt))}</p>
        {samePerson.length ? <Mark tone="doubtful">{words.samePerson(enumerate(samePerson))}</Mark> : null}
        {sameName.length ? <Mark tone="doubtful">{words.sameName(enumerate(sameName))}</Mark> : null}
        <Decision request={request} />
      </div>
      {request.can.decide ? <Decide request={request} onApproved={onApproved} /> : null}
    </li>
  )
}

function Decision({ request }: { request: RequestLine }) {
  const words = useAdministrationWords()
  const times = useTimes()
  const { decision, decidedBy, decidedAt, refusal } = request
  if (!decision || !decidedAt) return null
  const said = decision === 'approved' ? words.approvedBy : words.refusedBy
  return (
    <p className={css.more}>
      <Mark tone={decision === 'approved' ? 'good' : 'bad'}>{said(decidedBy ?? '', times.minute(decidedAt))}</Mark>
      {refusal ? ` ${refusal}` : ''}
    </p>
  )
}

function Decide({ request, onApproved }: RequestItemProps) {
  const words = useAdministrationWords()
  const say = useSay()
  const { id, account, role, kind } = request
  const [isRefusing, setRefusing] = useState(false)
  const approve = useAct(() => api.requests.approveRequest({ id }), {
    said: ({ handed }) => (handed ? words.approved : words.done[kind]),
    refresh: [ACCOUNTS],
    onDone: ({ handed }) => handed && onApproved(handed),
  })
  const refuse = useAct(({ reason }: { reason: string }) => api.requests.refuseRequest({ id, reason }), {
    said: words.refused,
    refresh: [ACCOUNTS],
    onDone: () => setRefusing(false),
  })
  return (
    <div className={css.acts}>
      <Popconfirm
        title={role ? words.approveSure(account.name, say(roleWords[role])) : words.kindSure[kind](account.name)}
        description={role ? words.approveNote : words.kindNote}
        onConfirm={() => approve.mutate()}
      >
        <Button type="primary" loading={approve.isPending}>
          {words.approve}
        </Button>
      </Popconfirm>
      <Button onClick={() => setRefusing(true)}>{words.refuse}</Button>
      <ErrorNotice error={approve.error} />
      {isRefusing ? (
        <FormDialog<{ reason: string }>
          title={words.refuseTitle(account.name, words.kinds[kind])}
          onClose={() => setRefusing(false)}
          act={refuse}
          submitLabel={words.refuse}
          danger
        >
          <TextField label={words.refusalReason} name="reason" most={200} required />
        </FormDialog>
      ) : null}
    </div>
  )
}
