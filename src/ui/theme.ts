import { recall, remember } from './remember.ts'
import { createStore } from './store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const saved = recall('theme')
export const theme = createStore<Theme>(saved === 'light' || saved === 'dark' ? saved : 'system')

const apply = (chosen: Theme): void => {
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}

/** Light, dark or as the system has it; remembered on this device. */
export const setTheme = (chosen: Theme): void => {
  theme.set(chosen)
  apply(chosen)
  remember('theme', chosen === 'system' ? null : chosen)
}

if (typeof document !== 'undefined') apply(theme.get())
