import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../../api.ts'

const SHOWN = 8
const PAUSE_MS = 150

/** The first few people a text finds, asked when the typing rests. */
export function usePeopleFound(text: string) {
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const found = useQuery({
    queryKey: ['people', 'box', q],
    queryFn: () => api.search.listPeople({ q, limit: SHOWN, status: 'all' }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  return { q, found }
}
