import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ChangeKey } from './change-key.tsx'
import { DestroyKey } from './destroy-key.tsx'
import { KeyList } from './key-list.tsx'
import { KeyState } from './key-state.tsx'
import { type KeyLine, keysQuery } from './queries.ts'
import { useKeyWords } from './words.ts'

/** The queue may take a moment before what was asked for shows as going on. */
const WAITING_MS = 15_000

export function KeysPage() {
  const words = useKeyWords()
  const [isWaiting, setWaiting] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const [destroying, setDestroying] = useState<KeyLine>()
  const overview = useQuery(keysQuery(isWaiting))
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setWaiting(false), WAITING_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  const change = (
    <Button type="primary" disabled={!overview.data?.can.turn} onClick={() => setChanging(true)}>
      {words.change}
    </Button>
  )
  return (
    <Page title={words.title} lead={words.lead} actions={change}>
      <Answer query={overview} lines={6}>
        {(seen) => (
          <>
            <KeyState overview={seen} />
            <KeyList keys={seen.items} onDestroy={setDestroying} />
          </>
        )}
      </Answer>
      {isChanging ? <ChangeKey onClose={() => setChanging(false)} onBegun={() => setWaiting(true)} /> : null}
      {destroying ? (
        <DestroyKey subject={destroying} onClose={() => setDestroying(undefined)} onAsked={() => setWaiting(true)} />
      ) : null}
    </Page>
  )
}
