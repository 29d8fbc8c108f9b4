import type { Bilingual } from '#platform/words.ts'

type Places = readonly (Bilingual & { place: string })[]

/** A text with the names of what is filled in: whoever reads or rewords it knows no codes. */
export function withNames(text: Bilingual, places: Places): Bilingual {
  const named = (lang: 'zh' | 'en') =>
    places.reduce((line, one) => line.replaceAll(`{${one.place}}`, `【${one[lang]}】`), text[lang])
  return { zh: named('zh'), en: named('en') }
}

/** Back to what the product fills in; a name of the other language, and one typed in braces, is understood as well. */
export function withCodes(text: Bilingual, places: Places): Bilingual {
  const coded = (line: string) =>
    line.replace(/[【[{]([^】\]}]*)[】\]}]/g, (whole, name: string) => {
      const told = name.trim()
      const place = places.find((one) => [one.place, one.zh, one.en].includes(told))
      return place ? `{${place.place}}` : whole.replace('【', '{').replace('】', '}')
    })
  return { zh: coded(text.zh), en: coded(text.en) }
}
