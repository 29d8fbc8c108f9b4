import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useMe } from '../../shell/session/me.ts'
import { ACCOUNTS, type AccountLine } from '../queries.ts'
import { useAdministrationWords } from '../requests/words.ts'

type Kind = 'code' | 'second_factor' | 'identity'
type Typed = { reason: string; subject?: string }

/** For a holder who cannot come in: asked here with the reason, decided by another administrator under the requests. */
export function AskForAccount({ account }: { account: AccountLine }) {
  const words = useAdministrationWords()
  const { county } = useMe()
  const [kind, setKind] = useState<Kind | null>(null)
  const choices = useQuery({ queryKey: ['identity-choices'], queryFn: () => api.identity.identityChoices() })
  const hasProvider = choices.data?.items.some((one) => one.county === county.code) ?? false
  const kinds: Kind[] = [
    'code',
    ...(account.status === 'open' ? (['second_factor'] as const) : []),
    ...(account.status === 'open' && hasProvider ? (['identity'] as const) : []),
  ]
  return (
    <>
      {kinds.map((one) => (
        <Button key={one} onClick={() => setKind(one)}>
          {words.askFor[one]}
        </Button>
      ))}
      {kind ? <AskDialog account={account} kind={kind} onClose={() => setKind(null)} /> : null}
    </>
  )
}

type AskDialogProps = { account: AccountLine; kind: Kind; onClose: () => void }

function AskDialog({ account: { id, name }, kind, onClose }: AskDialogProps) {
  const words = useAdministrationWords()
  const ask = useAct((typed: Typed) => api.requests.requestForAccount({ id, kind, ...typed }), {
    said: words.askSent,
    refresh: [ACCOUNTS],
    onDone: onClose,
  })
  return (
    <FormDialog<Typed>
      title={words.askForTitle(words.askFor[kind], name)}
      onClose={onClose}
      act={ask}
      submitLabel={words.askSubmit}
    >
      <p style={{ margin: '0 0 16px' }}>{words.askNote[kind]}</p>
      {kind === 'identity' ? (
        <TextField label={words.subject} name="subject" most={255} hint={words.subjectHint} required />
      ) : null}
      <TextField label={words.reason} name="reason" most={200} required />
    </FormDialog>
  )
}
