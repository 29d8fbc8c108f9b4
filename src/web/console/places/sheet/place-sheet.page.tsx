import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import { api } from '../../../api.ts'
import { SheetSteps } from '../../../ui/form/sheet-steps.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PLACES } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { SheetPreview } from './sheet-preview.tsx'

/** Grids, buildings and entrances of whole communities at once. */
export function PlaceSheetPage() {
  const words = usePlacesWords()
  const client = useQueryClient()
  const { message } = App.useApp()
  const onApplied = ({ places }: { places: number }) => {
    message.success(words.sheetApplied(places)).then(undefined, () => undefined)
    client.invalidateQueries({ queryKey: PLACES }).catch(() => undefined)
  }
  return (
    <Page title={words.sheetTitle} lead={words.sheetLead} trail={<Link to="/places">{words.title}</Link>}>
      <SheetSteps
        accept=".xlsx,.csv"
        words={{
          choose: words.sheetChoose,
          hint: words.sheetHint,
          preview: words.sheetFile,
          again: words.sheetAgain,
          apply: words.sheetApply,
          nothing: words.sheetNothing,
        }}
        send={({ name, bytes }, preview) => api.placeSheet.addPlacesFromSpreadsheet({ name, bytes, preview })}
        gains={(plan) => plan.places}
        onApplied={onApplied}
      >
        {(plan) => <SheetPreview plan={plan} />}
      </SheetSteps>
    </Page>
  )
}
