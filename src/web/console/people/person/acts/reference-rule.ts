import { isReference } from '#modules/people/record/reveal/rules.ts'

/** Empty, or a file number that can be nobody's telephone or identity number. */
export const referenceRule = (wrong: string) => ({
  validator: async (_rule: unknown, typed?: string) => {
    const text = typed?.trim() ?? ''
    if (text && !isReference(text)) throw new Error(wrong)
  },
})
