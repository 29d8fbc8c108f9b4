import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { watermark } from '#modules/accounts/watermark/text.ts'
import { useTimes } from '../../../ui/language/times.ts'
import { Watermark } from '../../../ui/page/watermark.tsx'
import { useMe } from './me.ts'

/** Pages that show people, and the sheet that hangs at the door; the others carry no watermark. */
const SENSITIVE =
  /^\/(people|duplicates|imports|ledgers|exports|privacy|corrections|erasures)(\/|$)|^\/gatherings\/[^/]+\/signing$/
const MINUTE_MS = 60_000

/** Name, end of the account and the minute, over every page on which people are seen. */
export function OwnWatermark() {
  const { account } = useMe()
  const { pathname } = useLocation()
  const times = useTimes()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const turn = setInterval(() => setNow(new Date()), MINUTE_MS)
    return () => clearInterval(turn)
  }, [])
  return SENSITIVE.test(pathname) ? <Watermark text={watermark(account, times.minute(now.toISOString()))} /> : null
}
