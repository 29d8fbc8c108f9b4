import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Waiting } from '../../../ui/feedback/waiting.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { PLACES } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { SheetPreview } from './sheet-preview.tsx'

type Sheet = { name: string; bytes: Uint8Array }

/** The sheet that was chosen, what it would do, and doing it: the file that is applied is the one that was previewed. */
function usePlaceSheet() {
  const words = usePlacesWords()
  const { message } = App.useApp()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const preview = useAct(({ name, bytes }: Sheet) =>
    api.placeSheet.addPlacesFromSpreadsheet({ name, bytes, preview: true }),
  )
  const apply = useAct(
    ({ name, bytes }: Sheet) => api.placeSheet.addPlacesFromSpreadsheet({ name, bytes, preview: false }),
    {
      refresh: [PLACES],
      onDone: ({ places }) => {
        message.success(words.sheetApplied(places)).then(undefined, () => undefined)
        again()
      },
    },
  )
  const again = () => {
    setSheet(null)
    preview.reset()
    apply.reset()
  }
  const take = async (file: File) => {
    const chosen = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    setSheet(chosen)
    preview.mutate(chosen)
  }
  return { sheet, preview, apply, again, take }
}

/** Upload, preview, confirm. */
export function PlaceSheetPage() {
  const words = usePlacesWords()
  const { sheet, preview, apply, again, take } = usePlaceSheet()
  const plan = preview.data
  return (
    <Page title={words.sheetTitle} lead={words.sheetLead} trail={<Link to="/places">{words.title}</Link>}>
      {plan && sheet ? (
        <Section
          title={words.sheetFile(sheet.name)}
          flush
          actions={
            <>
              <Button onClick={again}>{words.sheetAgain}</Button>
              <Button
                type="primary"
                disabled={!plan.places}
                loading={apply.isPending}
                onClick={() => apply.mutate(sheet)}
              >
                {plan.places ? words.sheetApply(plan.places) : words.sheetNothing}
              </Button>
            </>
          }
        >
          <ErrorNotice error={apply.error} />
          <SheetPreview plan={plan} />
        </Section>
      ) : (
        <>
          <FileDrop
            label={words.sheetChoose}
            hint={words.sheetHint}
            accept=".xlsx,.csv"
            disabled={preview.isPending}
            onFile={(file) => {
              take(file).catch(() => undefined)
            }}
          />
          {preview.isPending ? <Waiting lines={3} /> : null}
          <ErrorNotice error={preview.error} />
        </>
      )}
    </Page>
  )
}
