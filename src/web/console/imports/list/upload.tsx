import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Waiting } from '../../../ui/feedback/waiting.tsx'
import { DayInput } from '../../../ui/form/day-input.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useImportsWords } from '../words.ts'
import css from './upload.module.css'

/** Takes a roster; what happens to it is shown on the batch's own page. */
export function Upload() {
  const words = useImportsWords()
  const navigate = useNavigate()
  const [asOf, setAsOf] = useState<string>()
  const send = useAct(
    async (file: File) =>
      api.rosterImport.uploadRoster({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), asOf }),
    {
      refresh: [['imports']],
      onDone: ({ id }) => {
        navigate({ to: '/imports/$id', params: { id } }).catch(() => undefined)
      },
    },
  )
  return (
    <Section title={words.drop} quiet>
      <div className={css.upload}>
        {send.isPending ? (
          <Waiting lines={2} />
        ) : (
          <FileDrop
            label={words.drop}
            hint={words.dropHint}
            accept=".xlsx,.xls,.et,.csv"
            onFile={(file) => send.mutate(file)}
          />
        )}
        <div className={css.asOf}>
          <label htmlFor="as-of">{words.asOf}</label>
          <DayInput id="as-of" {...(asOf ? { value: asOf } : {})} onChange={setAsOf} />
          <span className={css.hint}>{words.asOfHint}</span>
        </div>
        <ErrorNotice error={send.error} />
      </div>
    </Section>
  )
}
