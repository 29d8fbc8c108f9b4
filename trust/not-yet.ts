/** Rows that nobody has written, and why; they count as failed. A row that has a file does not stand here. */
export const NOT_YET: Readonly<Record<string, string>> = {
  T11: 'mutation tests need a runner that is not chosen yet; the roof issue decides',
  T43: 'there is no released version yet to upgrade from',
  T49: 'two application nodes come with the issue on many counties',
  T59: 'known vulnerabilities are looked up off this machine, with the SBOM of T58; no result file is kept yet',
}

export const IDS: readonly string[] = Array.from({ length: 60 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`)

export const whyNotYet = (id: string): string => `not yet: ${NOT_YET[id] ?? 'no row is written (issue 3)'}`
