import { useId } from 'react'
import { api } from '../../../../api.ts'
import { ErrorNotice } from '../../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { usePrivacyWords } from '../words.ts'
import css from './person-privacy.module.css'

type EvidenceInputProps = { id?: string; personId: string; value?: string; onChange?: (fileId: string) => void }

/** Brings a paper along: it is kept at once, and what is sent afterwards points to it. */
export function EvidenceInput({ id, personId, onChange }: EvidenceInputProps) {
  const words = usePrivacyWords()
  const own = useId()
  const bring = useAct(
    async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { fileId } = await api.evidence.bringEvidence({ id: personId, name: file.name, bytes })
      return { fileId, name: file.name }
    },
    { onDone: ({ fileId }) => onChange?.(fileId) },
  )
  return (
    <>
      <label htmlFor={id ?? own} className={css.choose}>
        <input
          id={id ?? own}
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          className="visually-hidden"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) bring.mutate(file)
            event.target.value = ''
          }}
        />
        {words.evidenceAdd}
      </label>
      {bring.data ? <span role="status"> {words.evidenceAdded(bring.data.name)}</span> : null}
      <ErrorNotice error={bring.error} />
    </>
  )
}
