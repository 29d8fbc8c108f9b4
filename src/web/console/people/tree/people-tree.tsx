import { useState } from 'react'
import { Tabs } from '../../../ui/control/tabs.tsx'
import css from '../../../ui/tree/tree.module.css'
import { useListAddress } from '../list/use-list-address.ts'
import { usePeopleWords } from '../words.ts'
import { PlaceBranches } from './place-branches.tsx'
import { UnitBranches } from './unit-branches.tsx'

type Side = 'places' | 'units'

/** Where people live, or which unit is theirs: a choice here narrows the list. */
export function PeopleTree() {
  const words = usePeopleWords()
  const { search } = useListAddress()
  const [side, setSide] = useState<Side>(search.unit && !search.place ? 'units' : 'places')
  return (
    <div className={css.tree}>
      <Tabs
        label={words.byTree}
        value={side}
        onChange={setSide}
        options={[
          { value: 'places', label: words.byPlace },
          { value: 'units', label: words.byUnit },
        ]}
      />
      {side === 'places' ? <PlaceBranches /> : <UnitBranches />}
    </div>
  )
}
