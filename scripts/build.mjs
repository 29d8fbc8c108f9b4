import { onPinnedNode, PROJECT } from './pinned-node.mjs'

// Builds the pages into dist/console. Imported only after the dependencies are there, because the build needs them.
await onPinnedNode(import.meta.url, async (words) => {
  const { buildPages } = await import('./build/pages.mjs')
  await buildPages(PROJECT, { force: words.includes('--force') })
  return true
})
