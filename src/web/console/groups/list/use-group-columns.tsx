import { Link } from '@tanstack/react-router'
import { filingWords, kindWords } from '#modules/activities/groups/rules.ts'
import { Mark, type Tone } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { GroupLine } from '../queries.ts'
import { useGroupWords } from '../words.ts'

const tones: Record<GroupLine['term'], Tone> = { none: 'plain', runs: 'good', ends_soon: 'doubtful', overdue: 'bad' }

export function useGroupColumns(): Column<GroupLine>[] {
  const words = useGroupWords()
  const kit = useKitWords()
  const say = useSay()
  return [
    {
      key: 'name',
      title: words.name,
      width: 150,
      render: (group) => (
        <Link to="/groups/$id" params={{ id: group.id }}>
          {group.name}
        </Link>
      ),
    },
    { key: 'kind', title: words.kind, width: 84, render: (group) => say(kindWords[group.kind]) },
    { key: 'place', title: words.place, width: 92, render: (group) => group.place },
    {
      key: 'members',
      title: words.members,
      align: 'right',
      render: (group) => (
        <Link to="/groups/$id" params={{ id: group.id }} hash="members">
          {group.members}
        </Link>
      ),
    },
    { key: 'head', title: words.head, width: 76, render: (group) => group.head ?? kit.nothing },
    {
      key: 'term',
      title: words.term,
      width: 100,
      render: (group) => (
        <>
          <Mark tone={tones[group.term]}>{words.terms[group.term]}</Mark>
          <br />
          {group.untilOn}
        </>
      ),
    },
    {
      key: 'held',
      title: words.held,
      align: 'right',
      render: (group) => (
        <Link to="/groups/$id" params={{ id: group.id }} hash="gatherings">
          {group.held}
        </Link>
      ),
    },
    { key: 'filing', title: words.filing, width: 96, render: (group) => say(filingWords[group.filing]) },
  ]
}
