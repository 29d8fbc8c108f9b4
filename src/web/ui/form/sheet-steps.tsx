import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorNotice } from '../feedback/error-notice.tsx'
import { useAct } from '../feedback/use-act.ts'
import { Waiting } from '../feedback/waiting.tsx'
import { Section } from '../page/section.tsx'
import { FileDrop } from './file-drop.tsx'

export type Sheet = { name: string; bytes: Uint8Array }
type SheetWords = {
  choose: string
  hint: string
  preview: (file: string) => string
  again: string
  apply: (count: number) => string
  nothing: string
}
type SheetStepsProps<P> = {
  accept: string
  words: SheetWords
  send: (sheet: Sheet, preview: boolean) => Promise<P>
  /** How many rows a plan would bring in. */
  gains: (plan: P) => number
  onApplied: (plan: P) => void
  children: (plan: P) => ReactNode
}

/** Upload, preview, confirm. The file that is applied is the very one that was previewed. */
export function SheetSteps<P>({ accept, words, send, gains, onApplied, children }: SheetStepsProps<P>) {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const preview = useAct((chosen: Sheet) => send(chosen, true))
  const again = () => {
    setSheet(null)
    preview.reset()
  }
  const take = async (file: File) => {
    const chosen = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    setSheet(chosen)
    preview.mutate(chosen)
  }
  const apply = useAct((chosen: Sheet) => send(chosen, false), {
    onDone: (plan) => {
      again()
      onApplied(plan)
    },
  })
  if (!preview.data || !sheet)
    return (
      <>
        <FileDrop
          label={words.choose}
          hint={words.hint}
          accept={accept}
          disabled={preview.isPending}
          onFile={(file) => {
            take(file).catch(() => undefined)
          }}
        />
        {preview.isPending ? <Waiting lines={3} /> : null}
        <ErrorNotice error={preview.error} />
      </>
    )
  const count = gains(preview.data)
  const acts = (
    <>
      <Button onClick={again}>{words.again}</Button>
      <Button type="primary" disabled={!count} loading={apply.isPending} onClick={() => apply.mutate(sheet)}>
        {count ? words.apply(count) : words.nothing}
      </Button>
    </>
  )
  return (
    <Section title={words.preview(sheet.name)} actions={acts} flush>
      <ErrorNotice error={apply.error} />
      {children(preview.data)}
    </Section>
  )
}
