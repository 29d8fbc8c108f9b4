import { api } from '../../api.ts'
import { RemoteSelect } from '../../ui/form/remote-select.tsx'
import { VOLUNTEERING } from '../teams/queries.ts'
import { useVolunteersWords } from './words.ts'

type VolunteerPickerProps = {
  id?: string
  value?: string | null
  onChange?: (id: string | null) => void
  label?: string
}
const SHOWN = 20

/** A registered volunteer, by name or number. */
export function VolunteerPicker({ onChange, ...rest }: VolunteerPickerProps) {
  const words = useVolunteersWords()
  const load = async (q: string) => {
    const { items } = await api.volunteers.listVolunteers({ ...(q ? { q } : {}), limit: SHOWN })
    return items.map(({ personId, name, age, community }) => ({
      value: personId,
      label: name,
      note: [age === null ? null : words.years(age), community].filter(Boolean).join(' · '),
    }))
  }
  return <RemoteSelect {...rest} name={VOLUNTEERING[0]} load={load} onChange={(id) => onChange?.(id)} />
}
