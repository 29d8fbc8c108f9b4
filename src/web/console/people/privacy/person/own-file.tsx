import { Form } from 'antd'
import { api } from '../../../../api.ts'
import { PlainSelect } from '../../../../ui/control/plain-select.tsx'
import { saveFile } from '../../../../ui/control/save-file.ts'
import { useAct } from '../../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useLanguage } from '../../../../ui/language/language.ts'
import type { PersonRecord } from '../../queries.ts'
import { type Asker, AskerFields } from '../correction/proposal-fields.tsx'
import { usePrivacyWords } from '../words.ts'

type Typed = { format: 'pdf' | 'json'; askedBy: Asker; asker?: string }
const formats = ['pdf', 'json'] as const

/** Hands the person everything that is kept of them. */
export function OwnFile({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const words = usePrivacyWords()
  const lang = useLanguage()
  const take = useAct(
    ({ format, askedBy, asker }: Typed) =>
      api.ownFile.takeOwnFile({ id: person.id, format, askedBy, asker: asker ?? null, lang }),
    {
      onDone: (file) => {
        saveFile(file)
        onClose()
      },
    },
  )
  return (
    <FormDialog<Typed>
      title={words.ownFile}
      onClose={onClose}
      act={take}
      submitLabel={words.download}
      initial={{ format: 'pdf' }}
    >
      <p style={{ marginBottom: 16 }}>{words.ownFileLead}</p>
      <Form.Item name="format" label={words.format}>
        <PlainSelect label={words.format} options={formats.map((value) => ({ value, label: words.formats[value] }))} />
      </Form.Item>
      <AskerFields label={words.asker} isNeeded />
    </FormDialog>
  )
}
