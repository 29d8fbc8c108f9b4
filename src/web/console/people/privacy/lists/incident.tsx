import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../../api.ts'
import { saveFile } from '../../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FileDrop } from '../../../../ui/form/file-drop.tsx'
import { useLanguage } from '../../../../ui/language/language.ts'
import { usePunctuation } from '../../../../ui/language/punctuation.ts'
import { useTimes } from '../../../../ui/language/times.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { Incident } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'
import { type IncidentFile, readIncidentFile } from './incident-file.ts'
import css from './lists.module.css'

/** From the audit's ids to a paper with names: who was touched, which fields, when, ready to notify. */
export function IncidentPart() {
  const words = usePrivacyWords()
  const [file, setFile] = useState<IncidentFile | null>(null)
  const [isBad, setBad] = useState(false)
  const read = useAct((asked: IncidentFile) => api.incidents.readIncidentPeople(asked))
  const choose = async (chosen: File) => {
    const asked = readIncidentFile(await chosen.text())
    setFile(asked)
    setBad(asked === null)
    if (asked) read.mutate(asked)
  }
  return (
    <Section title={words.tabs.incident} note={words.incidentLead}>
      <div className={css.fields}>
        <FileDrop
          label={file ? words.another : words.incidentFile}
          hint={words.incidentFileHint}
          accept=".json,.jsonl,.ndjson,application/json"
          onFile={(chosen) => {
            choose(chosen).catch(() => setBad(true))
          }}
        />
        {isBad ? <Alert type="warning" showIcon title={words.incidentBad} role="alert" /> : null}
        <ErrorNotice error={read.error} />
        {file && read.data ? <Report file={file} incident={read.data} /> : null}
      </div>
    </Section>
  )
}

type Typed = { what: string; measures?: string }

function Report({ file, incident }: { file: IncidentFile; incident: Incident }) {
  const words = usePrivacyWords()
  const lang = useLanguage()
  const { enumerate } = usePunctuation()
  const { minute } = useTimes()
  const print = useAct(
    ({ what, measures = '' }: Typed) => api.incidents.printIncident({ ...file, what, measures, lang }),
    { onDone: saveFile },
  )
  const time = (at: string) => (at ? minute(at) : '')
  return (
    <>
      <p className={css.line} role="status">
        {words.incidentPeople(incident.people.length)}
        {incident.unknown ? ` ${words.incidentUnknown(incident.unknown)}` : ''}
      </p>
      <DataTable
        label={words.tabs.incident}
        rows={incident.people}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', title: words.person, width: 90, render: ({ name }) => name },
          { key: 'unit', title: words.unit, render: ({ unit }) => unit ?? '' },
          { key: 'place', title: words.place, render: ({ place }) => place ?? '' },
          { key: 'phone', title: words.phone, width: 140, render: ({ phone }) => phone ?? '' },
          {
            key: 'fields',
            title: words.touched,
            width: 200,
            render: ({ fieldNames }) => enumerate(fieldNames[lang]) || words.opened,
          },
          {
            key: 'when',
            title: words.when,
            width: 160,
            render: ({ firstAt, times }) => `${time(firstAt)} · ${words.times(times)}`,
          },
        ]}
      />
      <Form<Typed> layout="vertical" onFinish={(typed) => print.mutate(typed)} style={{ maxWidth: 640 }}>
        <Form.Item
          name="what"
          label={words.happened}
          rules={[{ required: true, whitespace: true, min: 2, message: words.happenedExample }]}
        >
          <Input maxLength={500} placeholder={words.happenedExample} />
        </Form.Item>
        <Form.Item name="measures" label={words.measures}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <ErrorNotice error={print.error} />
        <Button type="primary" htmlType="submit" loading={print.isPending}>
          {words.printReport}
        </Button>
      </Form>
    </>
  )
}
