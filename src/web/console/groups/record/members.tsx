import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { Tabs } from '../../../ui/control/tabs.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { EmptyState } from '../../../ui/page/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { LongTable } from '../../../ui/table/paged-table.tsx'
import { LeaveGroup } from '../acts/end-membership.tsx'
import { JoinGroup } from '../acts/join-group.tsx'
import { GROUPS, type GroupRecord, type Member, membersQuery } from '../queries.ts'
import { useGroupWords } from '../words.ts'

/** Who belongs, since when; and who did. */
export function Members({ group }: { group: GroupRecord }) {
  const words = useGroupWords()
  const members = useQuery(membersQuery(group.id))
  const [which, setWhich] = useState<'current' | 'former'>('current')
  const [isJoining, setJoining] = useState(false)
  const [leaving, setLeaving] = useState<Member>()
  const columns = useColumns(group.can.join ? setLeaving : undefined)
  const of = (isFormer: boolean) => (members.data?.items ?? []).filter((one) => (one.leftOn !== null) === isFormer)
  const others = members.data?.others ?? 0
  return (
    <div id="members">
      <Section
        title={words.memberList}
        note={others ? words.others(others) : undefined}
        actions={<MemberActs group={group} onJoin={() => setJoining(true)} />}
        flush
      >
        <div style={{ padding: '0 16px 12px' }}>
          <Tabs
            label={words.which}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'current', label: words.current(of(false).length) },
              { value: 'former', label: words.former(of(true).length) },
            ]}
          />
        </div>
        <Answer query={members}>
          {() => (
            <LongTable
              label={words.memberList}
              columns={columns}
              rows={of(which === 'former')}
              rowKey={(one) => one.id}
              empty={<EmptyState title={words.noMembers} />}
            />
          )}
        </Answer>
      </Section>
      {isJoining ? <JoinGroup group={group} onClose={() => setJoining(false)} /> : null}
      {leaving ? <LeaveGroup groupId={group.id} member={leaving} onClose={() => setLeaving(undefined)} /> : null}
    </div>
  )
}

function MemberActs({ group, onJoin }: { group: GroupRecord; onJoin: () => void }) {
  const words = useGroupWords()
  const invite = useAct(() => api.groupMembers.inviteByInterest({ id: group.id }), {
    said: ({ sms, paper }) => words.invited(sms, paper),
    refresh: [GROUPS, ['messages']],
  })
  return (
    <>
      <ErrorNotice error={invite.error} />
      {group.can.change ? (
        <Popconfirm title={words.inviteSure} onConfirm={() => invite.mutate()}>
          <Button loading={invite.isPending}>{words.invite}</Button>
        </Popconfirm>
      ) : null}
      {group.can.join ? <Button onClick={onJoin}>{words.join}</Button> : null}
    </>
  )
}

function useColumns(onLeave: ((member: Member) => void) | undefined): Column<Member>[] {
  const words = useGroupWords()
  const kit = useKitWords()
  const acts: Column<Member> = {
    key: 'acts',
    title: kit.acts,
    render: (member) =>
      member.leftOn === null ? (
        <Button size="small" aria-label={words.leaveOf(member.name)} onClick={() => onLeave?.(member)}>
          {words.leave}
        </Button>
      ) : null,
  }
  return [
    {
      key: 'name',
      title: words.person,
      render: (member) => (
        <Link to="/people/$id" params={{ id: member.personId }}>
          {member.name}
        </Link>
      ),
    },
    { key: 'age', title: words.age, align: 'right', render: (member) => member.age ?? kit.nothing },
    { key: 'community', title: words.community, render: (member) => member.community },
    { key: 'joinedOn', title: words.joinedOn, render: (member) => member.joinedOn },
    {
      key: 'leftOn',
      title: words.leftOn,
      render: (member) => [member.leftOn, member.reason].filter(Boolean).join(' · ') || kit.nothing,
    },
    { key: 'onBehalf', title: words.onBehalf, render: (member) => words.behalf[member.onBehalf] },
    ...(onLeave ? [acts] : []),
  ]
}
