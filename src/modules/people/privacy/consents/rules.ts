/** A consent as somebody brings it to the counter. */
export type Given = {
  givenBy: 'self' | 'family' | 'worker'
  giver: string | null
  evidenceId: string | null
}

/** 个人信息保护法 第十四条: who agrees for somebody else says who they are and shows on what. The person alone owes no proof. */
export function isProved({ givenBy, giver, evidenceId }: Given): boolean {
  return givenBy === 'self' || (giver !== null && giver.trim().length >= 2 && evidenceId !== null)
}

/** 第十五条 and 第四十七条: what is to be emptied once a consent is withdrawn. */
export function emptiedBy(
  purpose: string,
  purposeOfField: ReadonlyMap<string, string>,
): { fields: string[]; photo: boolean } {
  const fields = [...purposeOfField].flatMap(([field, key]) => (key === purpose ? [field] : []))
  return { fields, photo: purpose === 'photo' }
}
