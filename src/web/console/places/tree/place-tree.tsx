import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import css from '../../../ui/tree/tree.module.css'
import { treeQuery } from '../queries.ts'
import { usePlacesWords } from '../words.ts'
import { treeOf } from './branches.ts'
import { StreetBranch } from './street-branch.tsx'

/** County, streets, communities with their people. A street opens when it, or a community of it, is looked at. */
export function PlaceTree() {
  const words = usePlacesWords()
  const tree = useQuery(treeQuery)
  const { code = '' } = useParams({ strict: false })
  const [filter, setFilter] = useState('')
  return (
    <nav aria-label={words.tree} className={css.tree}>
      <Input
        value={filter}
        onChange={(event) => setFilter(event.target.value.trim())}
        placeholder={words.treeFilter}
        aria-label={words.treeFilter}
        allowClear
      />
      <Answer query={tree} lines={10}>
        {({ items }) => {
          const { county, branches } = treeOf(items, filter)
          return (
            <ul className={css.list}>
              {county ? (
                <li>
                  <Link
                    to="/places"
                    className={`${css.leaf} ${css.whole}`}
                    activeOptions={{ exact: true }}
                    activeProps={{ className: css.chosen ?? '' }}
                  >
                    <span>{county.name}</span>
                    <span className={css.count}>{county.people}</span>
                  </Link>
                </li>
              ) : null}
              {branches.map((branch) => (
                <StreetBranch key={branch.place.code} branch={branch} current={code} isFiltered={filter !== ''} />
              ))}
              {branches.length ? null : <li className={css.note}>{words.treeNone}</li>}
            </ul>
          )
        }}
      </Answer>
    </nav>
  )
}
