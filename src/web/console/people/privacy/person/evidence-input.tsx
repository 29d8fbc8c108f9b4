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
      <ChooseFile id={id ?? own} label={words.evidenceAdd} onChoose={(file) => bring.mutate(file)} />
      {bring.data ? <span role="status"> {words.evidenceAdded(bring.data.name)}</span> : null}
      <ErrorNotice error={bring.error} />
    </>
  )
}

type PaperInputProps = { id?: string; paper: File | undefined; onChoose: (file: File) => void }

/** Chooses a paper that is brought only when the request it belongs to is there. */
export function PaperInput({ id, paper, onChoose }: PaperInputProps) {
  const words = usePrivacyWords()
  const own = useId()
  return (
    <>
      <ChooseFile id={id ?? own} label={words.evidenceAdd} onChoose={onChoose} />
      {paper ? <span role="status"> {paper.name}</span> : null}
    </>
  )
}

type ChooseFileProps = { id: string; label: string; onChoose: (file: File) => void }

function ChooseFile({ id, label, onChoose }: ChooseFileProps) {
  return (
    <label htmlFor={id} className={css.choose}>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        className="visually-hidden"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onChoose(file)
          event.target.value = ''
        }}
      />
      {label}
    </label>
  )
}
