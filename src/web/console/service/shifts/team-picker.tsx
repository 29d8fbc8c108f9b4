import { api } from '../../../api.ts'
import { type Choice, RemoteSelect } from '../../../ui/form/remote-select.tsx'
import { useShiftsWords } from '../words.ts'

type TeamPickerProps = {
  id?: string
  value?: string | null
  onChange?: (id: string | null) => void
  label?: string
  current?: Choice
}

/** A team of volunteers, found by its name. */
export function TeamPicker({ onChange, ...rest }: TeamPickerProps) {
  const words = useShiftsWords()
  const load = async (q: string) => {
    const { items } = await api.teams.listTeams({})
    return items.filter(({ name }) => name.includes(q)).map(({ id, name }) => ({ value: id, label: name }))
  }
  return (
    <RemoteSelect {...rest} name="teams" load={load} placeholder={words.pickTeam} onChange={(id) => onChange?.(id)} />
  )
}
