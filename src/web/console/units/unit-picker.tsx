import { useQuery } from '@tanstack/react-query'
import { kindWords } from '#modules/units/words.ts'
import { api } from '../../api.ts'
import { type Choice, RemoteSelect } from '../../ui/form/remote-select.tsx'
import { useSay } from '../../ui/language/language.ts'
import { UNITS, unitQuery } from './queries.ts'
import { useUnitsWords } from './words.ts'

type UnitPickerProps = {
  id?: string
  value?: string | null
  onChange?: (id: string | null) => void
  current?: Choice | null
  /** The unit that cannot be chosen: itself. */
  except?: readonly string[]
  label?: string
  disabled?: boolean
}
const SHOWN = 30

/** An open unit, found by any of its names. */
export function UnitPicker({ onChange, current, except = [], ...rest }: UnitPickerProps) {
  const words = useUnitsWords()
  const say = useSay()
  const { value } = rest
  // A form knows its units by id alone; their names are asked for.
  const named = useQuery({ ...unitQuery(value ?? ''), enabled: Boolean(value) && !current })
  const chosen = current ?? (value && named.data ? { value, label: named.data.name } : null)
  const load = async (q: string) => {
    const { items } = await api.units.listUnits({ ...(q ? { q } : {}), limit: SHOWN })
    return items
      .filter((unit) => !except.includes(unit.id))
      .map((unit) => ({ value: unit.id, label: unit.name, note: say(kindWords[unit.kind]) }))
  }
  return (
    <RemoteSelect
      {...rest}
      current={chosen}
      name={UNITS[0]}
      load={load}
      placeholder={words.pick}
      onChange={(id) => onChange?.(id)}
    />
  )
}
