export const USAGE = `npm test -- [--only PART]… [--external | --no-external] [--no-gates]
  --only PART     only test files whose path contains PART; no gates, no second database unless asked for
  --external      repeat every database test on an external PostgreSQL, and fail when there is none;
                  by itself the suite repeats there what concerns the whole house
  --no-external   repeat nothing
  --no-gates      tests without types, lint, layers and the rest
  SANGYU_TEST_DATABASE_URL names an external PostgreSQL (15 or later) whose user may create databases.`

/** What was asked for on the command line; `wrong` names a word that means nothing. */
export function readOptions(words) {
  const options = { only: [], external: 'auto', gates: true, help: false, wrong: null }
  const rest = [...words]
  while (rest.length > 0) {
    const word = rest.shift()
    if (word === '--only' && rest.length > 0) options.only.push(rest.shift())
    else if (word.startsWith('--only=')) options.only.push(word.slice('--only='.length))
    else if (word === '--external') options.external = 'always'
    else if (word === '--no-external') options.external = 'never'
    else if (word === '--no-gates') options.gates = false
    else if (word === '--help') options.help = true
    else options.wrong = word
  }
  if (options.only.length > 0) options.gates = false
  if (options.only.length > 0 && options.external === 'auto') options.external = 'never'
  return options
}
