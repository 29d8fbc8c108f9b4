import { useAsk } from '../../light/ask.ts'
import { Shown } from '../kit/asked.tsx'
import { Qr } from '../kit/qr.tsx'
import { api } from '../shell/api.ts'
import { useVisitor } from '../shell/visitor.ts'
import { useWords } from '../words/index.ts'
import { OwnPage } from './own-page.tsx'

/** Shown at the door; whoever sits there reads it or types it. */
export function CodePage() {
  const words = useWords().code
  const { personId } = useVisitor().person
  const asked = useAsk(`code ${personId}`, () => api.gatherings.showMyCode({ personId }))
  return (
    <OwnPage title={words.title}>
      <p>{words.how}</p>
      <Shown asked={asked}>
        {({ name, code, qr }) => (
          <>
            <Qr rows={qr} label={words.of(name)} />
            <p className="code" data-signs>
              {code}
            </p>
          </>
        )}
      </Shown>
    </OwnPage>
  )
}
