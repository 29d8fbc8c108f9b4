import { Button } from 'antd'
import { useState } from 'react'
import { nameKindWords } from '#modules/units/words.ts'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { AddAlias } from '../acts/add-alias.tsx'
import { UNITS, type UnitRecord } from '../queries.ts'
import { useUnitsWords } from '../words.ts'

type Name = UnitRecord['names'][number]

/** Every spelling that finds this unit. */
export function UnitNames({ unit }: { unit: UnitRecord }) {
  const words = useUnitsWords()
  const kit = useKitWords()
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  const remove = useAct((nameId: string) => api.unitAliases.removeAlias({ id: unit.id, nameId }), {
    said: words.aliasRemoved,
    refresh: [UNITS],
  })
  const columns: Column<Name>[] = [
    { key: 'name', title: words.name, render: (name) => name.name },
    { key: 'kind', title: words.nameKind, render: (name) => say(nameKindWords[name.kind]) },
    { key: 'from', title: words.nameFrom, render: (name) => name.from },
    { key: 'to', title: words.nameTo, render: (name) => name.to },
  ]
  const acts: Column<Name> = {
    key: 'acts',
    title: kit.acts,
    render: (name) =>
      name.kind === 'alias' ? (
        <Button size="small" aria-label={words.removeAliasOf(name.name)} onClick={() => remove.mutate(name.id)}>
          {words.removeAlias}
        </Button>
      ) : null,
  }
  const add = unit.can.change ? <Button onClick={() => setAdding(true)}>{words.addAlias}</Button> : null
  return (
    <Section title={words.names} note={words.namesNote} actions={add} flush>
      <ErrorNotice error={remove.error} />
      <DataTable
        label={words.names}
        columns={unit.can.change ? [...columns, acts] : columns}
        rows={unit.names}
        rowKey={(name) => name.id}
      />
      {isAdding ? <AddAlias unit={unit} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}
