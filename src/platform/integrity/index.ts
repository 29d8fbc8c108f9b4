export { integrityJob } from './check.ts'
export {
  type CodedTable,
  codeFormerRows,
  codeRows,
  digestIn,
  digestOf,
  findBroken,
  presentText,
  saysOf,
  textOf,
  writeCodes,
} from './codes.ts'
