import { Link } from '@tanstack/react-router'
import { teamRoles } from '#modules/volunteering/codes/index.ts'
import { Mark } from '../../../ui/control/mark.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { LongTable } from '../../../ui/table/paged-table.tsx'
import { MemberActs } from '../acts/member-acts.tsx'
import type { Member, TeamRecord } from '../queries.ts'
import { useTeamsWords } from '../words.ts'

export function MemberTable({ team }: { team: TeamRecord }) {
  const words = useTeamsWords()
  const kit = useKitWords()
  const say = useSay()
  const acts: Column<Member> = {
    key: 'acts',
    title: kit.acts,
    width: 200,
    render: (member) => <MemberActs id={team.id} member={member} />,
  }
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: words.person,
      render: (member) => (
        <Link to="/volunteers/$personId" params={{ personId: member.personId }}>
          {member.name}
        </Link>
      ),
    },
    {
      key: 'role',
      title: words.role,
      render: ({ role }) => <Mark tone={role === 'leader' ? 'brand' : 'plain'}>{say(teamRoles[role])}</Mark>,
    },
    { key: 'number', title: words.number, render: (member) => member.number },
    { key: 'age', title: words.age, align: 'right', render: ({ age }) => (age === null ? null : words.years(age)) },
    { key: 'since', title: words.since, width: 110, render: (member) => member.sinceOn },
    ...(team.can.change ? [acts] : []),
  ]
  return (
    <LongTable
      label={words.members}
      columns={columns}
      rows={team.members}
      rowKey={(member) => member.id}
      empty={
        <EmptyState
          title={words.noMembers}
          hint={team.kind === 'corps' ? words.noOwnMembersHint : words.noMembersHint}
        />
      }
    />
  )
}

export function FormerMembers({ members }: { members: readonly Member[] }) {
  const words = useTeamsWords()
  const say = useSay()
  return (
    <Section title={words.former}>
      <Timeline
        empty=""
        items={members.map((one) => ({
          id: one.id,
          when: words.formerSpan(one.sinceOn, one.untilOn ?? ''),
          what: one.name,
          more: say(teamRoles[one.role]),
          note: one.reason,
        }))}
      />
    </Section>
  )
}
