import { wordsOf } from '../../ui/language/language.ts'
import { places as en } from '../../words/en/places.ts'
import { places as zh } from '../../words/zh/places.ts'

export const usePlacesWords = wordsOf(zh, en)
