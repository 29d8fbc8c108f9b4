import { wordsOf } from '../../ui/language/language.ts'
import * as enAddresses from '../../words/en/activities/calendar-addresses.ts'
import * as en from '../../words/en/activities/gatherings.ts'
import * as enSigning from '../../words/en/activities/signing.ts'
import * as zhAddresses from '../../words/zh/activities/calendar-addresses.ts'
import * as zh from '../../words/zh/activities/gatherings.ts'
import * as zhSigning from '../../words/zh/activities/signing.ts'

export const useCalendarWords = wordsOf(zh.gatherings, en.gatherings)
export const useGatheringWords = wordsOf(zh.gathering, en.gathering)
export const useSheetWords = wordsOf(zh.sheet, en.sheet)
export const useCardScanWords = wordsOf(zh.cardScan, en.cardScan)
export const useCardWords = wordsOf(zh.codeCards, en.codeCards)
export const useOfPersonWords = wordsOf(zh.ofPerson, en.ofPerson)
export const useLimitsWords = wordsOf(zh.limits, en.limits)
export const useAddressWords = wordsOf(zhAddresses.calendarAddresses, enAddresses.calendarAddresses)
export const useSigningWords = wordsOf(zhSigning.signing, enSigning.signing)
