import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Timeline } from '../../../ui/page/timeline.tsx'
import { teamsQuery, trainingListQuery } from '../queries.ts'
import { useTeamsWords } from '../words.ts'

/** The teams of a corps. */
export function TeamsBelow({ id }: { id: string }) {
  const words = useTeamsWords()
  const teams = useQuery(teamsQuery({}))
  return (
    <Section title={words.below}>
      <Answer query={teams} lines={2}>
        {({ items }) => (
          <ul>
            {items
              .filter(({ parentId }) => parentId === id)
              .map((team) => (
                <li key={team.id}>
                  <Link to="/teams/$id" params={{ id: team.id }}>
                    {team.name}
                  </Link>{' '}
                  {words.membersCount(team.members)}
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </Section>
  )
}

export function TeamTraining({ id }: { id: string }) {
  const words = useTeamsWords()
  const training = useQuery(trainingListQuery({ teamId: id }))
  return (
    <Section title={words.training}>
      <Answer query={training} lines={2}>
        {({ items }) => (
          <Timeline
            empty={words.noTraining}
            items={items.map((one) => ({
              id: one.id,
              when: one.heldOn,
              what: (
                <Link to="/training/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
              ),
              more: words.membersCount(one.people),
            }))}
          />
        )}
      </Answer>
    </Section>
  )
}
