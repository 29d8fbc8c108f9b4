import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { kinds } from '#modules/messages/templates/shipped/index.ts'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useTimes } from '../../ui/language/times.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { type TemplateLine, templatesQuery } from './queries.ts'
import { withNames } from './templates/place-names.ts'
import { Reword } from './templates/reword.tsx'
import { useMessageWords } from './words.ts'

export function TemplatesPage() {
  const words = useMessageWords()
  const kit = useKitWords()
  const say = useSay()
  const times = useTimes()
  const templates = useQuery(templatesQuery)
  const [changing, setChanging] = useState<TemplateLine>()
  const stand = (line: TemplateLine) =>
    line.version && line.changedAt
      ? `${words.version(line.version)} · ${line.changedBy ?? words.office} · ${times.day(line.changedAt)}`
      : words.shipped
  const columns: Column<TemplateLine>[] = [
    { key: 'name', title: words.template, width: 130, render: (line) => say(line.name) },
    { key: 'kind', title: words.kind, width: 110, render: (line) => say(kinds[line.kind]) },
    { key: 'text', title: words.text, width: 360, render: (line) => say(withNames(line.text, line.places)) },
    { key: 'version', title: words.versions, width: 150, render: stand },
    {
      key: 'acts',
      title: kit.acts,
      render: (line) => (
        <Button size="small" aria-label={words.rewordOf(say(line.name))} onClick={() => setChanging(line)}>
          {words.reword}
        </Button>
      ),
    },
  ]
  return (
    <Page title={words.templates} lead={words.templatesLead}>
      <Section title={words.templates} quiet>
        <Answer query={templates} lines={8}>
          {({ items }) => (
            <DataTable label={words.templates} columns={columns} rows={items} rowKey={(line) => line.code} />
          )}
        </Answer>
      </Section>
      {changing ? <Reword template={changing} onClose={() => setChanging(undefined)} /> : null}
    </Page>
  )
}
