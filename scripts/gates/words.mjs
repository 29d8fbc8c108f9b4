import { ROOMS, whereIs } from './layers/floors.mjs'

const GLOSSARY = 'docs/words.md'

function tablesOf(tree) {
  return tree.files
    .filter((path) => /^migrations\/.*\.sql$/.test(path) && !path.endsWith('_platform.sql'))
    .flatMap((path) =>
      tree
        .text(path)
        .split('\n')
        .flatMap((line, index) => {
          const name = /^\s*create\s+(?:unlogged\s+)?table\s+(?:if not exists\s+)?(?:\w+\.)?(\w+)/i.exec(line)?.[1]
          return name ? [{ name, at: `${path}:${index + 1}` }] : []
        }),
    )
}

/** One English word per noun: a room or table with a word that the glossary does not know. The platform's own tables are no nouns of the trade. */
export function words(tree) {
  if (!tree.has(GLOSSARY)) return { failures: [], figures: [`${GLOSSARY} is not written yet`] }
  const known = new Set(
    tree
      .text(GLOSSARY)
      .toLowerCase()
      .match(/[a-z][a-z0-9_]*/g),
  )
  const isWord = (name) =>
    [name, `${name}s`, name.replace(/s$/, ''), name.replace(/y$/, 'ies')].some((one) => known.has(one))
  const knows = (name) => isWord(name) || name.split('_').every(isWord)
  const rooms = new Set(tree.files.map((path) => whereIs(path).room).filter((room) => ROOMS.includes(room)))
  const nouns = [...tablesOf(tree), ...[...rooms].map((name) => ({ name, at: `src/modules/${name}:1` }))]
  const unknown = nouns.filter(({ name }) => !knows(name))
  const failures = unknown.map(({ name, at }) => `${at} “${name}” is not in ${GLOSSARY}`)
  return { failures, figures: [`${nouns.length} nouns of rooms and tables`] }
}
