import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { saveFile } from '../../ui/control/save-file.ts'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useAct } from '../../ui/feedback/use-act.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { LongTable } from '../../ui/table/paged-table.tsx'
import { useMay } from '../shell/session/me.ts'
import { StandingMark, useHours } from './certificates/use-certificate-columns.tsx'
import { type CertificateRecord, certificateQuery, SERVICE } from './queries.ts'
import css from './service.module.css'
import { ReasonField } from './shift/fields.tsx'
import { useTaskName } from './shifts/use-shift-columns.tsx'
import { useCertificatesWords } from './words.ts'

const route = getRouteApi('/shell/service/certificates/$id')

export function CertificatePage() {
  const { id } = route.useParams()
  const certificate = useQuery(certificateQuery(id))
  return <RecordPage query={certificate}>{(record) => <Body key={record.id} record={record} />}</RecordPage>
}

function Body({ record }: { record: CertificateRecord }) {
  const words = useCertificatesWords()
  const hours = useHours()
  return (
    <Page
      title={words.titleOf(record.number)}
      trail={<Link to="/service/certificates">{words.title}</Link>}
      lead={
        <>
          <StandingMark standing={record.standing} /> {record.reason}
          {record.standing === 'overtaken' ? words.overtaken(hours(record.stands)) : null}
        </>
      }
      actions={<Acts record={record} />}
    >
      <CertificateFacts record={record} />
      <Lines record={record} />
    </Page>
  )
}

function Acts({ record }: { record: CertificateRecord }) {
  const words = useCertificatesWords()
  const may = useMay()('volunteering.certify')
  const [isRevoking, setRevoking] = useState(false)
  const print = useAct(() => api.certificates.printCertificate({ id: record.id }), {
    said: words.printed,
    onDone: saveFile,
  })
  return (
    <>
      <ErrorNotice error={print.error} />
      {record.can.revoke ? (
        <Button danger onClick={() => setRevoking(true)}>
          {words.revoke}
        </Button>
      ) : null}
      {may && (record.standing === 'public' || record.standing === 'valid') ? (
        <Button type="primary" loading={print.isPending} onClick={() => print.mutate()}>
          {words.print}
        </Button>
      ) : null}
      {isRevoking ? <Revoke record={record} onClose={() => setRevoking(false)} /> : null}
    </>
  )
}

function Revoke({ record, onClose }: { record: CertificateRecord; onClose: () => void }) {
  const words = useCertificatesWords()
  const revoke = useAct(
    ({ reason }: { reason: string }) => api.certificates.revokeCertificate({ id: record.id, reason }),
    { said: words.revoked, refresh: [SERVICE], onDone: onClose },
  )
  return (
    <FormDialog<{ reason: string }>
      title={words.revokeSure(record.number)}
      submitLabel={words.revoke}
      danger
      onClose={onClose}
      act={revoke}
    >
      <p>{words.revokeHint}</p>
      <ReasonField />
    </FormDialog>
  )
}

function CertificateFacts({ record }: { record: CertificateRecord }) {
  const words = useCertificatesWords()
  const hours = useHours()
  const person = (
    <Link to="/people/$id" params={{ id: record.personId }}>
      {record.name}
    </Link>
  )
  return (
    <Section title={words.facts}>
      <Facts
        items={[
          { label: words.name, value: person },
          { label: words.period, value: `${record.fromOn} — ${record.toOn}` },
          { label: words.services, value: record.services },
          { label: words.hours, value: hours(record.minutes) },
          { label: words.issuer, value: record.issuer },
          { label: words.head, value: record.head },
          { label: words.handledBy, value: record.handler },
          { label: words.phoneOf, value: record.phone },
          { label: words.issuedOn, value: record.issuedOn },
          { label: words.until, value: record.untilOn },
          { label: words.code, value: <span className={css.code}>{record.code}</span> },
        ]}
      />
    </Section>
  )
}

type Line = CertificateRecord['lines'][number]

function Lines({ record }: { record: CertificateRecord }) {
  const words = useCertificatesWords()
  const hours = useHours()
  const taskName = useTaskName()
  const columns: Column<Line>[] = [
    { key: 'day', title: words.day, render: (line) => line.servedOn },
    { key: 'what', title: words.what, render: (line) => line.title },
    { key: 'task', title: words.task, render: (line) => taskName(line.task) },
    { key: 'place', title: words.place, render: (line) => line.place },
    { key: 'minutes', title: words.minutes, align: 'right', render: (line) => hours(line.minutes) },
  ]
  const keys = new Map(record.lines.map((line, at) => [line, `${at} ${line.servedOn}`]))
  return (
    <Section title={words.lines} flush>
      <LongTable label={words.lines} columns={columns} rows={record.lines} rowKey={(line) => keys.get(line) ?? ''} />
    </Section>
  )
}
