import { Alert, Button } from 'antd'
import { Refused } from '#platform/client.ts'
import { useSay } from '../language/language.ts'
import { useKitWords } from '../language/words.ts'

/** The office's own words for a refusal, where the act was. Nothing when there is no error. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: (() => unknown) | undefined }) {
  const say = useSay()
  const words = useKitWords()
  if (!error) return null
  const text = error instanceof Refused ? say(error.words) : words.failed
  const retry = onRetry ? (
    <Button size="small" onClick={() => onRetry()}>
      {words.retry}
    </Button>
  ) : null
  return <Alert type="error" showIcon title={text} action={retry} role="alert" />
}
