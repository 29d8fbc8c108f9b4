import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import { reasonWords } from '#modules/units/sheet/words.ts'
import { api } from '../../../api.ts'
import { SheetSteps } from '../../../ui/form/sheet-steps.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { Page } from '../../../ui/page/page.tsx'
import { VerdictTable } from '../../../ui/table/verdict-table.tsx'
import { UNITS } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Plan = Awaited<ReturnType<typeof api.unitSheet.importUnits>>

/** All units of a county at once. */
export function UnitSheetPage() {
  const words = useUnitsWords()
  const client = useQueryClient()
  const { message } = App.useApp()
  const onApplied = ({ counts }: Plan) => {
    message.success(words.sheetApplied(counts.new)).then(undefined, () => undefined)
    client.invalidateQueries({ queryKey: UNITS }).catch(() => undefined)
  }
  return (
    <Page title={words.sheetTitle} lead={words.sheetLead} trail={<Link to="/units">{words.title}</Link>}>
      <SheetSteps
        accept=".xlsx,.csv,.json"
        words={{
          choose: words.sheetChoose,
          hint: words.sheetHint,
          preview: words.sheetFile,
          again: words.sheetAgain,
          apply: words.sheetApply,
          nothing: words.sheetNothing,
        }}
        send={({ name, bytes }, preview) => api.unitSheet.importUnits({ name, bytes, preview })}
        gains={(plan) => plan.rows.filter((row) => row.verdict === 'new' || row.adds.length > 0).length}
        onApplied={onApplied}
      >
        {(plan) => <UnitPreview plan={plan} />}
      </SheetSteps>
    </Page>
  )
}

function UnitPreview({ plan }: { plan: Plan }) {
  const words = useUnitsWords()
  const say = useSay()
  const { enumerate, sentences } = usePunctuation()
  const why = (row: Plan['rows'][number]) => {
    const reasons = row.reasons.map((reason) => say(reasonWords[reason]))
    return sentences([...reasons, ...(row.adds.length ? [words.adds(enumerate(row.adds))] : [])])
  }
  return (
    <VerdictTable
      label={words.sheetTitle}
      rows={plan.rows}
      verdicts={[
        { value: 'new', label: words.verdicts.new, tone: 'good' },
        { value: 'existing', label: words.verdicts.existing, tone: 'plain' },
        { value: 'refused', label: words.verdicts.refused, tone: 'bad' },
      ]}
      columns={[{ key: 'name', title: words.name, render: (row) => row.name }]}
      reason={why}
    />
  )
}
