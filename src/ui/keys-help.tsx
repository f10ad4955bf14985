import { Dialog } from './dialog.tsx'
import { useText } from './i18n.ts'
import { activeKeys, layers, setSingleKeys, singleKeys } from './keys.ts'
import { KeyCaps } from './key-caps.tsx'
import { useStore } from './store.ts'

/** Every key of the page behind it, and the switch for keys of a single letter. */
export const KeysHelp = ({ onClose }: { onClose: () => void }) => {
  const t = useText()
  const on = useStore(singleKeys)
  // The dialog itself lies above; what it explains is the page beneath.
  const beneath = activeKeys(useStore(layers).filter(({ level }) => level === 0))
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="key-list">
        {[...beneath].map(([name, { label }]) => [
          <dt key={name}>
            <KeyCaps name={name} />
          </dt>,
          <dd key={`${name}-does`}>{label}</dd>,
        ])}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={event => setSingleKeys(event.target.checked)} />
        <span>
          {t('keys.single')}
          <small>{t('keys.single.hint')}</small>
        </span>
      </label>
    </Dialog>
  )
}
