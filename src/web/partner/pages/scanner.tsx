import { useEffect, useRef, useState } from 'react'
import { useWords } from '../shell/words.ts'

type Detector = { detect: (from: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

const detectorClass = () => (window as WithDetector).BarcodeDetector // not in the DOM library yet; absent on many telephones

export const canScan = (): boolean => detectorClass() !== undefined && navigator.mediaDevices !== undefined

const EVERY_MS = 300

/** The camera of the telephone, until it has seen a code; where there is none one types. */
export function Scanner({ onFound, onStop }: { onFound: (text: string) => void; onStop: () => void }) {
  const word = useWords()
  const video = useRef<HTMLVideoElement>(null)
  const [isDark, setDark] = useState(false)
  useEffect(() => {
    const Detect = detectorClass()
    const shown = video.current
    if (!Detect || !shown) return
    const detector = new Detect({ formats: ['qr_code'] })
    let stream: MediaStream | undefined
    const watch = { isOver: false }
    const look = async () => {
      while (!watch.isOver) {
        const [seen] = await detector.detect(shown).catch(() => [])
        if (seen && !watch.isOver) return onFound(seen.rawValue)
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
      }
    }
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      async (opened) => {
        stream = opened
        if (watch.isOver) return end(stream)
        shown.srcObject = opened
        await shown.play().catch(() => undefined)
        await look()
      },
      () => setDark(true),
    )
    return () => {
      watch.isOver = true
      if (stream) end(stream)
    }
  }, [onFound])
  return (
    <div className="stack">
      {isDark ? <p role="alert">{word('noCamera')}</p> : <p>{word('aim')}</p>}
      {/* A camera has no words to show. */}
      <video ref={video} muted playsInline aria-label={word('scan')} />
      <button type="button" onClick={onStop}>
        {word('stop')}
      </button>
    </div>
  )
}

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
