import { wordsOf } from '../../../ui/language/language.ts'
import { signIn as en } from '../../../words/en/sign-in.ts'
import { signIn as zh } from '../../../words/zh/sign-in.ts'

export const useSignInWords = wordsOf(zh, en)
