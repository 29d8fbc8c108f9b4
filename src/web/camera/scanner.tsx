import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CameraTrouble } from './trouble.ts'
import { watchCamera } from './watch.ts'

/** Each shell says it in its own way. */
export type ScannerWords = { opening: string; aim: string; view: string; troubles: Record<CameraTrouble, string> }
type ScannerProps = { words: ScannerWords; className?: string | undefined; onSeen: (text: string) => void }

/** The camera, for as long as it stands on the page; every card held up to it is told of once. */
export function Scanner({ words, className, onSeen }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'open' | CameraTrouble>('opening')
  const see = useEffectEvent(onSeen)
  useEffect(() => {
    if (!video.current) return
    return watchCamera({
      shown: video.current,
      onSeen: (text) => see(text),
      onOpen: () => setState('open'),
      onTrouble: setState,
    })
  }, [])
  const isDark = state !== 'opening' && state !== 'open'
  return (
    <div className={className}>
      <p role={isDark ? 'alert' : 'status'}>
        {isDark ? words.troubles[state] : state === 'open' ? words.aim : words.opening}
      </p>
      {/* A camera has no words to show. */}
      <video ref={video} muted playsInline hidden={isDark} aria-label={words.view} />
    </div>
  )
}
