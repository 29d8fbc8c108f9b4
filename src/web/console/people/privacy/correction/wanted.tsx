import { Alert } from 'antd'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage } from '../../../../ui/language/language.ts'
import { useKitWords } from '../../../../ui/language/words.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { CorrectionRead } from '../queries.ts'
import { usePrivacyWords } from '../words.ts'

/** Field by field: when it was asked, now, and as it should be. */
export function Wanted({ correction }: { correction: CorrectionRead }) {
  const words = usePrivacyWords()
  const kit = useKitWords()
  const lang = useLanguage()
  const { before, now, values, fields, status, baseVersion, version } = correction
  const show = (key: string, from: CorrectionRead['values']) => {
    const field = fieldOf(key)
    return (field ? showValue(field, from[key], lang) : '') || kit.nothing
  }
  return (
    <div style={{ marginTop: 16 }}>
      {status === 'proposed' && version !== baseVersion ? (
        <Alert type="warning" showIcon title={words.movedOn} style={{ marginBottom: 12 }} />
      ) : null}
      <DataTable
        label={words.what}
        rows={fields}
        rowKey={(key) => key}
        columns={[
          { key: 'field', title: words.field, render: (key) => fieldOf(key)?.[lang] ?? key },
          { key: 'before', title: words.before, render: (key) => show(key, before) },
          { key: 'now', title: words.now, render: (key) => show(key, now) },
          { key: 'wanted', title: words.wanted, render: (key) => <strong>{show(key, values)}</strong> },
        ]}
      />
    </div>
  )
}
