import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { GROUPS, type Proposal } from '../queries.ts'
import { useGroupWords } from '../words.ts'
import { factsOf, GroupFields, type Typed } from './group-fields.tsx'

/** A group from nothing, or from what was proposed. */
export function FoundGroup({ proposal, onClose }: { proposal?: Proposal; onClose: () => void }) {
  const words = useGroupWords()
  const navigate = useNavigate()
  const found = useAct((typed: Typed) => api.groups.foundGroup(factsOf(typed)), {
    said: words.founded,
    refresh: [GROUPS],
    onDone: ({ id }) => {
      onClose()
      navigate({ to: '/groups/$id', params: { id } }).catch(() => undefined)
    },
  })
  const [today] = useState(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  const common: Partial<Typed> = { kind: 'interest', filing: 'none', foundedOn: today }
  const initial = proposal
    ? {
        ...common,
        name: words.proposedName(proposal.place, proposal.interest),
        placeCode: proposal.placeCode,
        interests: [proposal.interest],
      }
    : common
  return (
    <FormDialog<Typed> title={words.found} onClose={onClose} act={found} initial={initial} submitLabel={words.found}>
      <GroupFields {...(proposal ? { place: { value: proposal.placeCode, label: proposal.place } } : {})} />
    </FormDialog>
  )
}
