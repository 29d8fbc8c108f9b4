import { Button } from 'antd'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { SERVICE } from '../queries.ts'

type OnceProps = { label: string; name: string; act: () => Promise<unknown>; said: string }

/** An act that needs no more words: one press, and its refusal beside it. */
export function Once({ label, name, act, said }: OnceProps) {
  const doing = useAct(act, { said, refresh: [SERVICE] })
  return (
    <>
      <Button size="small" loading={doing.isPending} onClick={() => doing.mutate()} aria-label={`${label} · ${name}`}>
        {label}
      </Button>
      {doing.error ? <ErrorNotice error={doing.error} /> : null}
    </>
  )
}
