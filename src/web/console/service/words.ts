import { wordsOf } from '../../ui/language/language.ts'
import * as enRecords from '../../words/en/service/records.ts'
import * as enShifts from '../../words/en/service/shifts.ts'
import * as zhRecords from '../../words/zh/service/records.ts'
import * as zhShifts from '../../words/zh/service/shifts.ts'

export const useShiftsWords = wordsOf(zhShifts.shifts, enShifts.shifts)
export const useShiftWords = wordsOf(zhShifts.shift, enShifts.shift)
export const useWaitingWords = wordsOf(zhShifts.waiting, enShifts.waiting)
export const useRecordsWords = wordsOf(zhRecords.records, enRecords.records)
export const useStarsWords = wordsOf(zhRecords.stars, enRecords.stars)
export const useCertificatesWords = wordsOf(zhRecords.certificates, enRecords.certificates)
export const useVerifyWords = wordsOf(zhRecords.verify, enRecords.verify)
export const useServiceLedgerWords = wordsOf(zhRecords.serviceLedger, enRecords.serviceLedger)
