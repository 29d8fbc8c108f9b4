import css from './door.module.css'

/** Evening sun over a river between mulberry and elm, drawn in a few strokes. Decoration only. */
export function Dusk() {
  return (
    <svg className={css.dusk} viewBox="0 0 600 800" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#7c211b" />
          <stop offset="0.55" stopColor="#b4472f" />
          <stop offset="0.78" stopColor="#dd8a4f" />
          <stop offset="1" stopColor="#eec08a" />
        </linearGradient>
        <linearGradient id="water" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#d98a55" />
          <stop offset="1" stopColor="#8a3a2b" />
        </linearGradient>
      </defs>
      <rect width="600" height="620" fill="url(#sky)" />
      <circle cx="390" cy="560" r="92" fill="#fbe3bd" opacity="0.95" />
      <path d="M0 560q90-46 190-22t180 8 230-34v120H0z" fill="#8f3327" opacity="0.75" />
      <path d="M0 592q140-34 270-6t330-12v60H0z" fill="#6d231c" opacity="0.85" />
      <rect y="620" width="600" height="180" fill="url(#water)" />
      <path
        d="M300 650h180M330 684h130M352 718h92M372 750h58"
        stroke="#fbe3bd"
        strokeWidth="7"
        strokeLinecap="round"
        opacity="0.55"
      />
      <g fill="#4a1712">
        <path d="M84 800c10-96 4-150-14-214l12-4c14 40 20 66 24 96 12-34 26-56 48-74l8 8c-36 38-52 92-52 188z" />
        <ellipse cx="66" cy="540" rx="78" ry="46" />
        <ellipse cx="150" cy="560" rx="62" ry="38" />
        <ellipse cx="20" cy="580" rx="56" ry="36" />
        <ellipse cx="112" cy="506" rx="52" ry="32" />
      </g>
      <path
        d="M430 430q10-10 20 0 10-10 20 0M480 404q8-8 16 0 8-8 16 0M400 398q7-7 14 0 7-7 14 0"
        stroke="#4a1712"
        strokeWidth="3"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  )
}
