import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { RemoteSelect } from '../../../ui/form/remote-select.tsx'
import { PEOPLE, personQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'

type PersonPickerProps = { id?: string; value?: string | null; onChange?: (id: string | null) => void; label?: string }

const SHOWN = 20

/** Somebody on the register, found by name, pinyin, number or telephone. */
export function PersonPicker({ value, onChange, ...rest }: PersonPickerProps) {
  const words = usePeopleWords()
  const chosen = useQuery({ ...personQuery(value ?? ''), enabled: Boolean(value) })
  const load = async (q: string) => {
    if (!q) return []
    const { items } = await api.search.listPeople({ q, status: 'all', limit: SHOWN, counted: false })
    return items.map((person) => ({
      value: person.id,
      label: person.name,
      note: [person.age === null ? null : words.years(person.age), person.unit, person.community]
        .filter(Boolean)
        .join(' · '),
    }))
  }
  return (
    <RemoteSelect
      {...rest}
      {...(value === undefined ? {} : { value })}
      name={PEOPLE[0]}
      load={load}
      current={chosen.data ? { value: chosen.data.id, label: chosen.data.name } : null}
      placeholder={words.pickPerson}
      onChange={(id) => onChange?.(id)}
    />
  )
}
