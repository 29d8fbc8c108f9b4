import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { codesOf } from '#modules/people/fields/tables.ts'
import type { Condition } from '#modules/people/search/contract.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useNarrow } from '../../shell/use-narrow.ts'
import { statuses } from '../people-search.ts'
import { usePeopleWords } from '../words.ts'
import { AGE_BANDS } from './quick.ts'
import css from './quick-filters.module.css'
import { useListAddress } from './use-list-address.ts'

/** The questions asked most. Each is a condition like any other, so the builder shows it too. On a phone they fold away. */
export function QuickFilters({ total }: { total: number | undefined }) {
  const words = usePeopleWords()
  const narrow = useNarrow()
  const count = (
    <span role="status" className={css.count}>
      {total === undefined ? '' : words.people(total)}
    </span>
  )
  if (!narrow)
    return (
      <div className={css.quick}>
        <Selects />
        {count}
      </div>
    )
  return (
    <>
      <details className={css.fold}>
        <summary>{words.quickFilters}</summary>
        <div className={css.quick}>
          <Selects />
        </div>
      </details>
      <div className={css.quick}>{count}</div>
    </>
  )
}

function Selects() {
  const words = usePeopleWords()
  const { search, change } = useListAddress()
  return (
    <>
      <CodeFilter field="kind" />
      <CodeFilter field="gender" />
      <AgeFilter />
      <CodeFilter field="livingFlags" />
      <PlainSelect
        label={words.status}
        options={statuses.map((value) => ({ value, label: words.statusOf(value) }))}
        value={search.status ?? 'living'}
        onChange={(status) => change({ status: status === 'living' ? undefined : status })}
      />
    </>
  )
}

/** The condition a quick filter stands for, and how to set another in its place. */
function useSlot(field: string, op: Condition['op']) {
  const { conditions, setConditions } = useListAddress()
  const at = conditions.findIndex((one) => one.field === field && one.op === op)
  const set = (value: Condition['value']) => {
    const rest = conditions.filter((_one, index) => index !== at)
    setConditions(value === null ? rest : [...rest, { field, op, value }])
  }
  return { value: at < 0 ? null : (conditions[at]?.value ?? null), set }
}

function CodeFilter({ field: key }: { field: string }) {
  const words = usePeopleWords()
  const say = useSay()
  const { value, set } = useSlot(key, 'in')
  const field = fieldOf(key)
  const table = field && codesOf(field)
  if (!field || !table) return null
  const options = table.codes
    .filter((code) => !(key === 'gender' && (code === '0' || code === '9')) && code !== 'deceased')
    .map((code) => ({ value: code, label: say(table.words.get(code) ?? { zh: code, en: code }) }))
  const chosen = Array.isArray(value) && value.length === 1 ? String(value[0]) : undefined
  return (
    <PlainSelect
      label={say(field)}
      any={words.anyOf(words.quickLabels[key] ?? say(field))}
      options={options}
      value={chosen}
      onChange={(code) => set(code ? [code] : null)}
    />
  )
}

function AgeFilter() {
  const words = usePeopleWords()
  const { value, set } = useSlot('age', 'between')
  const options = AGE_BANDS.map(([low, high]) => ({ value: `${low}-${high}`, label: words.ageBand(low, high) }))
  return (
    <PlainSelect
      label={words.age}
      any={words.anyOf(words.age)}
      options={options}
      value={Array.isArray(value) ? value.join('-') : undefined}
      onChange={(band) => set(band ? band.split('-').map(Number) : null)}
    />
  )
}
