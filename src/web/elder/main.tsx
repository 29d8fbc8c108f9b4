import { createRoot } from 'react-dom/client'
import { ignoreSecondHalves } from '../light/taps.ts'
import { App } from './shell/app.tsx'
import { applyLanguage, applySize } from './shell/settings.ts'
import './elder.css'

ignoreSecondHalves()
applyLanguage()
applySize()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
