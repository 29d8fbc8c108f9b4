import { useQuery } from '@tanstack/react-query'
import { fieldOf } from '#modules/people/fields/catalogue.ts'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import { Answer } from '../../../ui/feedback/answer.tsx'
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx'
import { useSay } from '../../../ui/language/language.ts'
import { Section } from '../../../ui/page/section.tsx'
import { peopleAddress } from '../people-address.ts'
import { type Quality, qualityQuery } from '../queries.ts'
import { useHomeWords } from '../words.ts'
import css from './parts.module.css'

const SHOWN = 6
// Asked for by the county's list, but not fields of the catalogue.
const OTHERS: Record<string, { zh: string; en: string }> = {
  placeCode: { zh: '居住地', en: 'Home' },
  phone: { zh: '电话', en: 'Telephone' },
}

export function DataQuality() {
  const words = useHomeWords()
  const quality = useQuery(qualityQuery)
  return (
    <Section title={words.quality} note={quality.data ? words.qualityNote(quality.data.total) : null}>
      <Answer query={quality}>
        {(answer) => (
          <>
            <div className={css.meter}>
              <ProgressBar label={words.complete} done={answer.complete} total={answer.total} />
            </div>
            <h3 className={css.sub}>{words.missingMost}</h3>
            <Missing quality={answer} />
          </>
        )}
      </Answer>
    </Section>
  )
}

/** The fields that are missing most, each as long as its share of the first, each opening its list. */
function Missing({ quality }: { quality: Quality }) {
  const words = useHomeWords()
  const say = useSay()
  if (!quality.missing.length) return <p className={css.hint}>{words.missingNone}</p>
  const most = quality.missing[0]?.count ?? 1
  return (
    <ul className={css.bars}>
      {quality.missing.slice(0, SHOWN).map(({ field, count }) => {
        const name = say(fieldOf(field) ?? OTHERS[field] ?? { zh: field, en: field })
        return (
          <li key={field} className={css.bar}>
            <div className={css.fill} style={{ width: `${Math.max(2, (count / most) * 100)}%` }} />
            <HrefLink href={peopleAddress({ field: 'missing', op: 'in', value: [field] })}>
              <span>{name}</span>
              <span>{words.people(count)}</span>
            </HrefLink>
          </li>
        )
      })}
    </ul>
  )
}
