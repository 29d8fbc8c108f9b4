import { Button } from 'antd'
import { catalogue } from '#modules/people/fields/catalogue.ts'
import { basisWords, retentionWords, tableWords } from '#modules/people/privacy/purposes/words.ts'
import { type Purpose, purposeOfField, purposeOfTable, purposes } from '#modules/people/privacy/registry/index.ts'
import { api } from '../../../../api.ts'
import { Mark } from '../../../../ui/control/mark.tsx'
import { saveFile } from '../../../../ui/control/save-file.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { useLanguage, useSay } from '../../../../ui/language/language.ts'
import { usePunctuation } from '../../../../ui/language/punctuation.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { usePrivacyWords } from '../words.ts'

const tables = Object.entries(purposeOfTable)

/** Why anything is kept, on what basis and how long: to be read, and to be hung up. */
export function Purposes() {
  const words = usePrivacyWords()
  const say = useSay()
  const lang = useLanguage()
  const { enumerate } = usePunctuation()
  const take = useAct(() => api.purposes.exportPurposes({ lang }), { onDone: saveFile })
  const held = (one: Purpose) => {
    const { key } = one
    const fields = catalogue.filter((field) => purposeOfField.get(field.key) === key).map((field) => say(field))
    const beside = tables.flatMap(([table, purpose]) => {
      const name = tableWords[table]
      return purpose === key && name ? [say(name)] : []
    })
    return enumerate([...fields, ...beside]) || say(one)
  }
  const act = (
    <Button loading={take.isPending} onClick={() => take.mutate()}>
      {words.exportPurposes}
    </Button>
  )
  return (
    <Section title={words.tabs.purposes} note={words.purposesNote} actions={act} flush>
      <ErrorNotice error={take.error} />
      <DataTable<Purpose>
        label={words.tabs.purposes}
        rows={purposes}
        rowKey={({ key }) => key}
        columns={[
          { key: 'purpose', title: words.purpose, width: 170, render: (one) => say(one) },
          {
            key: 'basis',
            title: words.basis,
            render: ({ basis }) => <Mark tone={basis === 'consent' ? 'brand' : 'plain'}>{say(basisWords[basis])}</Mark>,
          },
          { key: 'fields', title: words.fields, width: 260, render: held },
          { key: 'law', title: words.law, width: 200, render: ({ law }) => say(law) },
          { key: 'term', title: words.term, render: ({ retention }) => say(retentionWords(retention)) },
        ]}
      />
    </Section>
  )
}
