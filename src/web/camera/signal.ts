const TONES = { good: { hertz: 880, ms: 120 }, bad: { hertz: 220, ms: 350 } } as const

/** A short high tone and a tap for whoever is in, a long low one for a card that is none: who scans forty people looks at them, not at the screen. */
export function signal(kind: keyof typeof TONES): void {
  const { hertz, ms } = TONES[kind]
  try {
    navigator.vibrate?.(ms)
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const loud = sound.createGain()
    loud.gain.value = 0.2
    tone.frequency.value = hertz
    tone.connect(loud).connect(sound.destination)
    tone.addEventListener('ended', () => {
      sound.close().catch(() => undefined)
    })
    tone.start()
    tone.stop(sound.currentTime + ms / 1000)
  } catch {
    // A machine without sound still says it in words.
  }
}
