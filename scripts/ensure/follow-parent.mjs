import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

// If the shell around us is killed outright, this pipe ends and we stop in order. Not in threads: one that ends would close the whole process's pipe.
if (isMainThread) {
  const shell = new Socket({ fd: 3 })
  shell.on('error', () => undefined)
  shell.on('close', () => process.kill(process.pid, 'SIGTERM'))
  shell.resume()
  shell.unref()
}
