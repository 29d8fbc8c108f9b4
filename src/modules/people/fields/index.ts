export { catalogue, columnOf, fieldOf, fieldsOf, sectionWords, shaanxiFields } from './catalogue.ts'
export { type Field, type FieldKind, type FieldValue, type FieldValues, type SectionKey, sectionKeys } from './field.ts'
export { fieldInput, fieldOutput } from './schemas.ts'
