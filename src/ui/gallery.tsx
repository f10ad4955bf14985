// Every component with invented content, for the tests of this room. Not part of the app.
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Situation } from './gallery-situation.tsx'
import { few, Work } from './gallery-work.tsx'
import { Writing } from './gallery-writing.tsx'
import { ErrorPage } from './parts.tsx'
import { Shell } from './shell.tsx'
import { startUi } from './start.ts'

const pages: Record<string, () => React.ReactNode> = {
  '/work': Work,
  '/warnings': Writing,
  '/situation': Situation,
  '/nothing': () => <ErrorPage />,
  '/fault': () => <ErrorPage id="01JD-4711" />,
}

const Gallery = () => {
  const [path, setPath] = useState(location.hash.slice(1) || '/work')
  const Page = pages[path] ?? Work
  const navigate = (href: string) => {
    history.pushState(null, '', `#${href}`)
    setPath(href)
  }
  return (
    <Shell
      path={path}
      navigate={navigate}
      demonstration
      ceiling="SENSITIVE"
      home="/work"
      who={{ name: 'Vesna Kraljić-Dorn', unit: 'National contact point, HR Croatia', href: '/me' }}
      navigation={[
        { id: 'work', href: '/work', label: 'My work', count: 8 },
        { id: 'situation', href: '/situation', label: 'Situation' },
        { id: 'warnings', href: '/warnings', label: 'Warnings', count: 5 },
        { id: 'nothing', href: '/nothing', label: 'Nothing' },
        { id: 'fault', href: '/fault', label: 'Fault' },
        { id: 'directory', href: '/directory', label: 'Directory', group: 'Network' },
        { id: 'mail', href: '/mail', label: 'Mail', group: 'Network', count: 4 },
      ]}
      commands={[{ id: 'new', label: 'New warning', key: 'n', href: '/warnings' }]}
      search={async words =>
        Promise.resolve(
          few
            .filter(item => item.title.toLowerCase().includes(words.toLowerCase()))
            .map(item => ({
              id: item.number,
              label: item.title,
              hint: item.number,
              marking: item.marking,
              href: `/warnings`,
            })),
        )
      }
    >
      <Page key={path} />
    </Shell>
  )
}

await startUi()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
