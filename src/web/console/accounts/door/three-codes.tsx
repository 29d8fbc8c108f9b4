import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { roleWords } from '#modules/accounts/words.ts'
import type { api } from '../../../api.ts'
import { useSay } from '../../../ui/language/language.ts'
import { CodeFacts } from '../list/hand-over.tsx'
import { useAdministrationWords } from '../requests/words.ts'
import css from './door.module.css'

export type Handed = Awaited<ReturnType<typeof api.setup.setUp>>['handedOver']

/** The only time the three codes are shown; the page stays until somebody leaves it. */
export function ThreeCodes({ handedOver, onLeave }: { handedOver: Handed; onLeave: () => void }) {
  const words = useAdministrationWords()
  const say = useSay()
  return (
    <div role="status">
      {handedOver.map((handed) => (
        <section key={handed.role} aria-label={say(roleWords[handed.role])}>
          <h2 className={css.step}>{say(roleWords[handed.role])}</h2>
          <CodeFacts handed={handed} />
        </section>
      ))}
      <Button className={css.print ?? ''} onClick={() => window.print()}>
        {words.printCodes}
      </Button>
      <p className={css.help}>{words.setUpDoneLead}</p>
      <p className={css.help}>
        <Link to="/activate" onClick={onLeave}>
          {words.activate}
        </Link>
      </p>
    </div>
  )
}
