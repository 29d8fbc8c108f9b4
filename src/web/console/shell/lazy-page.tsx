import { lazyRouteComponent } from '@tanstack/react-router'
import { type ComponentType, useState } from 'react'
import { Refused } from '#platform/client.ts'
import { api } from '../../api.ts'
import { ErrorNotice } from '../../ui/feedback/error-notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useShellWords } from './words.ts'

/** Where its file is gone after an upgrade the router loads the console anew; without a server that would leave the browser's own page, so it is said in words. */
export function lazyPage<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) {
  const page = async (): Promise<Record<string, ComponentType>> => {
    const found = await load().catch(instead)
    return typeof found === 'function' ? { [name]: found } : found
  }
  return lazyRouteComponent(page, name)
}

async function instead(error: unknown): Promise<ComponentType> {
  const refused = await unreached()
  if (!refused) throw error
  return () => <Unreached first={refused} />
}

function Unreached({ first }: { first: Refused }) {
  const words = useShellWords()
  const [refused, setRefused] = useState(first)
  const retry = async () => {
    const again = await unreached()
    if (again) setRefused(again)
    else window.location.reload()
  }
  return (
    <Page title={words.fault}>
      <ErrorNotice error={refused} onRetry={retry} />
    </Page>
  )
}

/** Whether the server is away: any answer of its own, also a refusal, says that it is there. */
async function unreached(): Promise<Refused | undefined> {
  const answer: unknown = await api.sessions.whoAmI().catch((error: unknown) => error)
  return answer instanceof Refused && answer.status === 503 ? answer : undefined
}
