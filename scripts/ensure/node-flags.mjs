/** V8 lets the heap grow to several times what is in use before it tidies up; an office's server shares its machine with the database. */
export const nodeFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50']
