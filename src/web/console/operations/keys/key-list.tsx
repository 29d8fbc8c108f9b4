import { Button } from 'antd'
import { Mark } from '../../../ui/control/mark.tsx'
import { useTimes } from '../../../ui/language/times.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import type { KeyLine } from './queries.ts'
import { useKeyWords } from './words.ts'

/** Columns that say something only once a key has been replaced. */
const ACTED = new Set(['note', 'acts'])
// A live key that is not the newest is read with until its rows are sealed anew.
const TONES = { live: 'doubtful', kept: 'plain', destroyed: 'bad' } as const

type KeyListProps = { keys: readonly KeyLine[]; onDestroy: (key: KeyLine) => void }

export function KeyList({ keys, onDestroy }: KeyListProps) {
  const words = useKeyWords()
  const columns = useKeyColumns(onDestroy)
  const isBare = keys.every(({ state, note, can }) => state === 'live' && !note && !can.destroy)
  return (
    <Section title={words.listOf(keys.length)} flush>
      <DataTable
        label={words.list}
        columns={columns.filter(({ key }) => !isBare || !ACTED.has(key))}
        rows={keys}
        rowKey={({ purpose, id }) => `${purpose} ${id}`}
      />
    </Section>
  )
}

function useKeyColumns(onDestroy: KeyListProps['onDestroy']): readonly Column<KeyLine>[] {
  const words = useKeyWords()
  const { day } = useTimes()
  const daysOf = ({ createdAt, rotatedAt, destroyedAt }: KeyLine) => (
    <>
      <div>{words.created(day(createdAt))}</div>
      {rotatedAt ? <div>{words.rotated(day(rotatedAt))}</div> : null}
      {destroyedAt ? <div>{words.gone(day(destroyedAt))}</div> : null}
    </>
  )
  return [
    { key: 'name', title: words.name, render: ({ purpose, id }) => `${words.purposes[purpose]} ${id}`, width: 130 },
    { key: 'algorithm', title: words.algorithm, render: ({ algorithm }) => words.algorithmOf(algorithm), width: 120 },
    {
      key: 'status',
      title: words.status,
      render: ({ state, isNewest }) => (
        <Mark tone={isNewest ? 'good' : TONES[state]}>{isNewest ? words.newest : words.states[state]}</Mark>
      ),
      width: 90,
    },
    { key: 'days', title: words.days, render: daysOf, width: 190 },
    { key: 'fingerprint', title: words.fingerprint, render: ({ fingerprint }) => fingerprint, width: 160 },
    {
      key: 'note',
      title: words.note,
      render: ({ state, purpose, note }) => (state === 'kept' ? words.kept[purpose] : (note ?? '')),
    },
    {
      key: 'acts',
      title: words.acts,
      render: (key) =>
        key.can.destroy ? (
          <Button size="small" danger onClick={() => onDestroy(key)}>
            {words.destroy}
          </Button>
        ) : null,
      width: 90,
    },
  ]
}
