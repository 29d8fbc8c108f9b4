import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { postKinds } from '#modules/volunteering/codes/index.ts'
import { HrefLink } from '../../ui/control/href-link.tsx'
import { Mark } from '../../ui/control/mark.tsx'
import { PlainSelect } from '../../ui/control/plain-select.tsx'
import { SearchInput } from '../../ui/form/search-input.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { PagedTable } from '../../ui/table/paged-table.tsx'
import { useAddress } from '../../ui/table/use-address.ts'
import { useMay } from '../shell/session/me.ts'
import { PAGE, type PostLine, postsQuery } from '../teams/queries.ts'
import type { PostSearch } from '../teams/routes.ts'
import { OpenPost } from './open-post.tsx'
import { PostActs } from './post-acts.tsx'
import { usePostsWords } from './words.ts'

const route = getRouteApi('/shell/posts')

export function PostListPage() {
  const words = usePostsWords()
  const { search, change, isFiltered, pageOf } = useAddress(route.useSearch(), route.useNavigate())
  const may = useMay()('volunteering.manage')
  const columns = usePostColumns()
  const [isOpening, setOpening] = useState(false)
  const query = useQuery({ ...postsQuery(search), placeholderData: keepPreviousData })
  const acts = may ? (
    <Button type="primary" onClick={() => setOpening(true)}>
      {words.open}
    </Button>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} actions={acts}>
      <Section title={words.list} quiet>
        <Filters search={search} onChange={change} />
        <PagedTable
          label={words.list}
          query={query}
          columns={columns}
          rowKey={(post) => post.id}
          page={pageOf(PAGE)}
          lines={8}
          empty={isFiltered ? undefined : <EmptyState title={words.none} hint={words.noneHint} />}
        />
      </Section>
      {isOpening ? <OpenPost onClose={() => setOpening(false)} /> : null}
    </Page>
  )
}

function Filters({ search, onChange }: { search: PostSearch; onChange: (part: PostSearch) => void }) {
  const words = usePostsWords()
  const say = useSay()
  return (
    <FilterBar>
      <SearchInput label={words.search} value={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
      <PlainSelect
        label={words.kind}
        any={words.anyKind}
        options={[
          { value: 'building_head' as const, label: say(postKinds.building_head) },
          { value: 'entrance_head' as const, label: say(postKinds.entrance_head) },
        ]}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <PlainSelect
        label={words.held}
        any={words.any}
        options={[
          { value: 'yes' as const, label: words.isHeld },
          { value: 'no' as const, label: words.isVacant },
        ]}
        value={search.held}
        onChange={(held) => onChange({ held })}
      />
    </FilterBar>
  )
}

function usePostColumns(): Column<PostLine>[] {
  const words = usePostsWords()
  const kit = useKitWords()
  const say = useSay()
  return [
    {
      key: 'place',
      title: words.place,
      width: 130,
      render: (post) => (
        <Link to="/posts/$id" params={{ id: post.id }}>
          {post.place}
        </Link>
      ),
    },
    { key: 'community', title: words.community, render: (post) => post.community },
    { key: 'kind', title: words.kind, render: (post) => say(postKinds[post.kind]) },
    { key: 'holder', title: words.holder, width: 110, render: (post) => <Holder post={post} /> },
    { key: 'since', title: words.since, width: 110, render: (post) => post.heldSince },
    {
      key: 'people',
      title: words.people,
      align: 'right',
      render: (post) => (post.people ? <HrefLink href={`/people?place=${post.placeCode}`}>{post.people}</HrefLink> : 0),
    },
    { key: 'acts', title: kit.acts, width: 170, render: (post) => <PostActs post={post} /> },
  ]
}

export function Holder({ post }: { post: Pick<PostLine, 'isHeld' | 'holderId' | 'holder'> }) {
  const words = usePostsWords()
  if (!post.isHeld) return <Mark tone="doubtful">{words.vacant}</Mark>
  if (!post.holderId) return words.other
  return (
    <Link to="/volunteers/$personId" params={{ personId: post.holderId }}>
      {post.holder}
    </Link>
  )
}
