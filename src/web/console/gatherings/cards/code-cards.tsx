import { Button, QRCode } from 'antd'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useAct } from '../../../ui/feedback/use-act.ts'
import { Section } from '../../../ui/page/section.tsx'
import { GATHERINGS } from '../queries.ts'
import { useCardWords } from '../words.ts'
import css from './cards.module.css'

const AT_ONCE = 200
const SIZE = 112

/** Cards to cut out. Making them is an act of its own, since who has no code gets one. */
export function CodeCards({ people }: { people: readonly string[] }) {
  const words = useCardWords()
  const make = useAct(() => api.personCodes.issueCodes({ people: people.slice(0, AT_ONCE) }), { refresh: [GATHERINGS] })
  if (!make.data)
    return (
      <Section title={words.title} quiet>
        <div className={css.ask}>
          <p>{people.length ? words.count(Math.min(people.length, AT_ONCE)) : words.none}</p>
          <Button type="primary" disabled={!people.length} loading={make.isPending} onClick={() => make.mutate()}>
            {words.make}
          </Button>
          <ErrorNotice error={make.error} />
        </div>
      </Section>
    )
  return (
    <>
      <div className={css.acts}>
        <Button type="primary" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      <ul className={css.cards}>
        {make.data.items.map(({ personId, name, community, code }) => (
          <li key={personId} className={css.card}>
            <QRCode value={code} size={SIZE} type="svg" bordered={false} color="#000000" bgColor="#ffffff" />
            <div>
              <p className={css.kind}>{words.card}</p>
              <p className={css.name}>{name}</p>
              <p>{community}</p>
              <p className={css.code}>{code}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
