// npm run bench [-- --sizes 3397,200000,2000000 --seconds 3]: measures the product against a floor in the same run and writes bench/results.md.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { onPinnedNode, PROJECT } from './pinned-node.mjs'

await onPinnedNode(
  import.meta.url,
  (words) => spawnSync(process.execPath, [join(PROJECT, 'bench/run.ts'), ...words], { stdio: 'inherit' }).status === 0,
)
