import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { postKinds } from '#modules/volunteering/codes/index.ts'
import { RecordPage } from '../../ui/feedback/record-page.tsx'
import { useSay } from '../../ui/language/language.ts'
import { Facts } from '../../ui/page/facts.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Timeline } from '../../ui/page/timeline.tsx'
import { postQuery } from '../teams/queries.ts'
import { PostActs } from './post-acts.tsx'
import { Holder } from './post-list.page.tsx'
import { usePostsWords } from './words.ts'

const route = getRouteApi('/shell/posts/$id')

export function PostPage() {
  const words = usePostsWords()
  const say = useSay()
  const { id } = route.useParams()
  const query = useQuery(postQuery(id))
  return (
    <RecordPage query={query}>
      {(post) => (
        <Page
          title={`${post.community ?? ''}${post.place}`}
          trail={<Link to="/posts">{words.title}</Link>}
          lead={say(postKinds[post.kind])}
          actions={<PostActs post={post} />}
        >
          <Section title={words.facts}>
            <Facts
              items={[
                { label: words.holder, value: <Holder post={post} /> },
                { label: words.since, value: post.heldSince },
                { label: words.people, value: post.people },
                { label: words.duties, value: post.duties, wide: true },
              ]}
            />
          </Section>
          <Section title={words.holdings}>
            <Timeline
              empty={words.noHoldings}
              items={post.holdings.map((one) => ({
                id: one.id,
                when: words.span(one.sinceOn, one.untilOn),
                what: (
                  <Link to="/volunteers/$personId" params={{ personId: one.personId }}>
                    {one.name}
                  </Link>
                ),
                more: one.strength === 'fine' ? null : words.strength[one.strength],
                note: one.reason,
              }))}
            />
          </Section>
        </Page>
      )}
    </RecordPage>
  )
}
