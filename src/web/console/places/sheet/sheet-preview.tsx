import { reasonWords } from '#modules/places/sheet/words.ts'
import type { api } from '../../../api.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { VerdictTable } from '../../../ui/table/verdict-table.tsx'
import { usePlacesWords } from '../words.ts'

type Plan = Awaited<ReturnType<typeof api.placeSheet.addPlacesFromSpreadsheet>>

/** What each row would do, with the reason where it would do nothing. */
export function SheetPreview({ plan }: { plan: Plan }) {
  const words = usePlacesWords()
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
      columns={[
        { key: 'community', title: words.community, render: (row) => row.community },
        { key: 'grid', title: words.grid, render: (row) => row.grid },
        { key: 'building', title: words.building, render: (row) => row.building },
        { key: 'entrance', title: words.entrance, render: (row) => row.entrance },
      ]}
      reason={why}
    />
  )
}
