import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { saveFile } from '../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { RecordPage } from '../../../ui/feedback/record-page.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { LongField } from '../../../ui/form/long-field.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { Facts } from '../../../ui/page/facts.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { BANK } from '../queries.ts'
import { FiguresOf } from './figures.tsx'
import { StateMark } from './notice-list.page.tsx'
import { PeopleOf } from './people.tsx'
import { type Notice, noticeQuery } from './queries.ts'
import { Questions } from './questions.tsx'
import { useNoticeWords } from './words.ts'

const route = getRouteApi('/shell/bank/notices/$id')

export function NoticePage() {
  const { id } = route.useParams()
  const notice = useQuery(noticeQuery(id))
  return <RecordPage query={notice}>{(record) => <Body key={record.id} notice={record} />}</RecordPage>
}

function Body({ notice }: { notice: Notice }) {
  const words = useNoticeWords()
  const times = useTimes()
  return (
    <Page
      title={`${words.title} · ${notice.place} ${times.month(notice.month)}`}
      trail={<Link to="/bank/notices">{words.title}</Link>}
      lead={
        <>
          <StateMark state={notice.state} /> {notice.reason}
        </>
      }
      actions={<Acts notice={notice} />}
    >
      <Section title={words.issuer}>
        <Facts
          items={[
            { label: words.issuer, value: notice.issuer },
            { label: words.phone, value: notice.phone },
            { label: words.period, value: `${notice.publishedOn} — ${notice.untilOn}` },
            { label: words.publishedBy, value: notice.publishedBy },
            { label: words.page, value: <HrefLink href={`/notice/${notice.id}`}>{words.page}</HrefLink> },
            ...(notice.withdrawnOn ? [{ label: words.withdrawn, value: notice.withdrawnOn }] : []),
          ]}
        />
      </Section>
      <Questions notice={notice} />
      <FiguresOf figures={notice} />
      <PeopleOf people={notice.people} />
    </Page>
  )
}

function Acts({ notice: { id, state, can } }: { notice: Notice }) {
  const words = useNoticeWords()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const print = useAct(() => api.bankNotices.printNotice({ id }), {
    said: words.printed,
    onDone: saveFile,
  })
  return (
    <>
      <ErrorNotice error={print.error} />
      {can.withdraw ? (
        <Button danger onClick={() => setWithdrawing(true)}>
          {words.withdraw}
        </Button>
      ) : null}
      {state === 'withdrawn' ? null : (
        <Button type="primary" loading={print.isPending} onClick={() => print.mutate()}>
          {words.print}
        </Button>
      )}
      {isWithdrawing ? <Withdraw id={id} onClose={() => setWithdrawing(false)} /> : null}
    </>
  )
}

function Withdraw({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useNoticeWords()
  const withdraw = useAct(({ reason }: { reason: string }) => api.bankNotices.withdrawNotice({ id, reason }), {
    said: words.withdrawn,
    refresh: [BANK],
    onDone: onClose,
  })
  return (
    <FormDialog<{ reason: string }>
      title={words.withdrawSure}
      submitLabel={words.withdraw}
      danger
      onClose={onClose}
      act={withdraw}
    >
      <p>{words.withdrawHint}</p>
      <LongField label={words.reason} name="reason" most={200} />
    </FormDialog>
  )
}
