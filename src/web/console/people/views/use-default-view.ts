import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useListAddress } from '../list/use-list-address.ts'
import { viewsQuery } from '../queries.ts'
import { searchOf } from './view-definition.ts'

/** Coming to the bare list opens one's default view, once: clearing the filters later shows everybody. */
export function useDefaultView(): void {
  const { search, change } = useListAddress()
  const { data } = useQuery(viewsQuery)
  const isBare = Object.values(search).every((value) => value === undefined)
  const mayOpen = useRef(isBare)
  useEffect(() => {
    if (!data || !mayOpen.current) return
    mayOpen.current = false
    const view = data.items.find((one) => one.isDefault)
    if (view) change(searchOf(view))
  }, [data, change])
}
