import { wordsOf } from '../../../ui/language/language.ts'
import { signIn as en } from '../../../words/en/door/sign-in.ts'
import { signIn as zh } from '../../../words/zh/door/sign-in.ts'

export const useSignInWords = wordsOf(zh, en)
