import { catalogue } from '#modules/people/fields/catalogue.ts'
import { showValue } from '#modules/people/fields/show.ts'
import { useLanguage } from '../../../../ui/language/language.ts'
import { Facts } from '../../../../ui/page/facts.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { Comparison } from '../queries.ts'
import { useDuplicatesWords } from '../words.ts'

/** What both records say alike. */
export function AlikeFields({ both }: { both: Comparison }) {
  const words = useDuplicatesWords()
  const lang = useLanguage()
  const alike = catalogue
    .filter(({ key }) => !both.differing.includes(key))
    .map((field) => ({ label: field[lang], value: showValue(field, both.first.values[field.key], lang) }))
    .filter(({ value }) => value !== '')
  if (!alike.length) return null
  return (
    <Section title={words.alike(alike.length)}>
      <Facts items={alike} />
    </Section>
  )
}
