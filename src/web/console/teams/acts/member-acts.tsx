import { Button } from 'antd'
import { useState } from 'react'
import { keysOf, teamRoles } from '#modules/volunteering/codes/index.ts'
import { api } from '../../../api.ts'
import { PlainSelect } from '../../../ui/control/plain-select.tsx'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { useSay } from '../../../ui/language/language.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { ReasonDialog } from '../../volunteers/reason-dialog.tsx'
import { type Member, VOLUNTEERING } from '../queries.ts'
import { useTeamsWords } from '../words.ts'

/** Another role, or out of the team. */
export function MemberActs({ id, member }: { id: string; member: Member }) {
  const words = useTeamsWords()
  const say = useSay()
  const { colon } = usePunctuation()
  const [isLeaving, setLeaving] = useState(false)
  const give = useAct((role: Member['role']) => api.teams.giveRole({ id, memberId: member.id, role }), {
    said: words.roleGiven,
    refresh: [VOLUNTEERING],
  })
  const leave = (reason: string) => api.teams.leaveTeam({ id, memberId: member.id, reason })
  return (
    <>
      <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
        <PlainSelect
          label={`${words.giveRole}${colon}${member.name}`}
          options={keysOf(teamRoles).map((value) => ({ value, label: say(teamRoles[value]) }))}
          value={member.role}
          onChange={(role) => {
            if (role && role !== member.role) give.mutate(role)
          }}
        />
        <Button onClick={() => setLeaving(true)} aria-label={words.leaveOf(member.name)}>
          {words.leave}
        </Button>
      </span>
      <ErrorNotice error={give.error} />
      {isLeaving ? (
        <ReasonDialog
          title={words.leaveOf(member.name)}
          label={words.reason}
          submit={words.leave}
          said={words.left}
          send={leave}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </>
  )
}
